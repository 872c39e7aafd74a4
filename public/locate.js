// Sets the base of the app alone, which every address in its page is relative to: the folder in which
// this script is found. The page looks for it at the path that the app was built for, also from the
// deep addresses that a host answers with this page, and then beside the page, so that the folder
// also works where it is copied below another path.
if (!document.querySelector("base")) {
  const base = document.createElement("base");
  base.href = new URL(".", document.currentScript.src).href;
  document.head.append(base);
}
