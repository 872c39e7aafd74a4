// Sets the <base> of an unpublished app to the folder of this script. The page loads the script from
// the path that the app was built for, which also works for deep addresses that the host rewrites to
// this page, and then from the folder of the page, which works after the app was copied elsewhere.
if (!document.querySelector("base")) {
  const base = document.createElement("base");
  base.href = new URL(".", document.currentScript.src).href;
  document.head.append(base);
}
