// A page in a frame of another one: it looks as its address says, tells the page around it how high
// it is, and starts the application once its reader wants more than to read.
(() => {
  "use strict";

  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  // What an address may say of the look, as in `link::FrameLook`. Anything else is the application's.
  const part = "(search|facets|sentence|sources)";
  const looks = new Map([
    ["theme", /^(auto|light|dark)$/],
    ["show", new RegExp(`^(none|${part}(,${part})*)$`)],
    ["max", /^([1-9]|1\d|2[0-4])$/],
  ]);
  const isLook = ([key, value]) => looks.get(key)?.test(value);
  // The last one counts, as in the application: a loader appends its own.
  const look = (key) => asked.getAll(key).findLast((value) => isLook([key, value]));
  const narrower = [...asked].filter((pair) => !isLook(pair));

  // WordPress tells its frames apart by this.
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("secret");

  // Whoever shows this frame may know how high it is and what it links to; so to any origin.
  const post = (message) => parent !== window && parent.postMessage(message, "*");

  // Of a narrower view, the height is that of what is coming; of one that does not come, what says so.
  const isReady = () => "ready" in root.dataset;
  const isComing = () =>
    narrower.length && !isReady() && !document.getElementById("trouble")?.firstElementChild;

  let told = 0;
  const tellHeight = () => {
    if (isComing()) return;
    const height = Math.ceil(document.getElementById("app").getBoundingClientRect().height);
    if (Math.abs(height - told) < 2) return;
    told = height;
    post({ type: "rustscape:height", height });
    if (secret) post({ message: "height", value: height, secret });
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  };

  const showRows = () => {
    const n = Number(look("max") ?? 0);
    if (n) document.querySelectorAll(".row").forEach((row, idx) => (row.hidden = n <= idx));
  };

  const start = () => {
    if (!isReady()) root.dataset.coming ??= "";
    dispatchEvent(new Event("rustscape:start"));
  };

  // The page that was published is of a wider view. The application writes the sentence anew, unless
  // it finds that nothing is narrower.
  const sayWhatIsComing = () => {
    const asks = narrower.filter(([key]) => !looks.has(key));
    const words = asks.map(([key, value]) => `${key}: ${value}`).join(", ");
    const coming = document.createElement("span");
    coming.className = "soft";
    if (words) coming.textContent = ` … on its way: ${words}`;
    document.querySelector("h1")?.append(coming);
    new MutationObserver((_, observer) => {
      observer.disconnect();
      coming.remove();
      tellHeight();
    }).observe(root, { attributeFilter: ["data-ready"] });
  };

  // In WordPress a frame may open no window; the page around it opens links to this site.
  const leave = (event, link) => {
    event.preventDefault();
    const isOurs = link.origin === location.origin;
    const value = isOurs ? link.href : document.querySelector("link[rel=canonical]").href;
    post({ message: "link", value, secret });
  };

  addEventListener(
    "click",
    (event) => {
      const used = event.target.closest?.("a[href], button");
      if (used?.matches("button, [data-refine]")) start();
      else if (used && secret) leave(event, used);
    },
    true,
  );
  addEventListener("focusin", ({ target }) => target.id === "search" && start());

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || parent === window) return;
    if (data?.type === "rustscape:theme" && looks.get("theme").test(data.theme)) {
      root.dataset.theme = data.theme;
    }
    if (secret && data?.message === "ready" && data.secret === secret) {
      told = 0;
      tellHeight();
    }
  });

  if (look("show")) root.dataset.show = look("show");
  // Nothing tells a frame in WordPress how the page is; most of these are light.
  if (secret && !look("theme")) root.dataset.theme = "light";

  document.addEventListener("DOMContentLoaded", () => {
    showRows();
    // Also at once: a frame that is hidden until it has told its height is not observed before.
    tellHeight();
    new ResizeObserver(tellHeight).observe(document.getElementById("app"));
    if (narrower.length) {
      sayWhatIsComing();
      start();
    }
  });
  addEventListener("load", tellHeight);
})();
