// Script of a page in a frame: applies the display options of its address, reports its height to the
// parent page, and starts the application when the reader uses a control.
(() => {
  "use strict";

  const root = document.documentElement;
  const params = new URLSearchParams(location.search);

  // Display options, as in `link::EmbedOptions`. The application handles all other parameters.
  const part = "(search|facets|sentence|sources)";
  const options = new Map([
    ["theme", /^(auto|light|dark)$/],
    ["show", new RegExp(`^(none|${part}(,${part})*)$`)],
    ["max", /^([1-9]|1\d|2[0-4])$/],
  ]);
  const isOption = ([key, value]) => options.get(key)?.test(value);
  // The last one counts, as in the application, because a loader appends its own.
  const option = (key) => params.getAll(key).findLast((value) => isOption([key, value]));
  const filters = [...params].filter((pair) => !isOption(pair));

  // WordPress identifies its frames by this secret.
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("secret");

  // To any origin: the parent page may know the height and the links of this frame.
  const post = (message) => parent !== window && parent.postMessage(message, "*");

  // The height of a filtered view is known when the application has rendered it or has failed.
  const isReady = () => "ready" in root.dataset;
  const isPending = () =>
    filters.length && !isReady() && !document.getElementById("trouble")?.firstElementChild;

  let reported = 0;
  const reportHeight = () => {
    if (isPending()) return;
    const height = Math.ceil(document.getElementById("app").getBoundingClientRect().height);
    if (Math.abs(height - reported) < 2) return;
    reported = height;
    post({ type: "rustscape:height", height });
    if (secret) post({ message: "height", value: height, secret });
    post({ sentinel: "amp", type: "embed-size", height });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  };

  const showRows = () => {
    const n = Number(option("max") ?? 0);
    if (n) document.querySelectorAll(".row").forEach((row, idx) => (row.hidden = idx >= n));
  };

  const start = () => {
    if (!isReady()) root.dataset.coming ??= "";
    dispatchEvent(new Event("rustscape:start"));
  };

  // The published page shows a wider view. Shows the pending filters until the application replaces the
  // sentence.
  const showPendingFilters = () => {
    const pending = filters.filter(([key]) => !options.has(key));
    const text = pending.map(([key, value]) => `${key}: ${value}`).join(", ");
    const note = document.createElement("span");
    note.className = "soft";
    if (text) note.textContent = ` … not applied yet: ${text}`;
    document.querySelector("h1")?.append(note);
    new MutationObserver((_, observer) => {
      observer.disconnect();
      note.remove();
      reportHeight();
    }).observe(root, { attributeFilter: ["data-ready"] });
  };

  // A frame in WordPress cannot open windows. Its parent page opens links to this site.
  const openInParent = (event, link) => {
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
      else if (used && secret) openInParent(event, used);
    },
    true,
  );
  addEventListener("focusin", ({ target }) => target.id === "search" && start());

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || parent === window) return;
    if (data?.type === "rustscape:theme" && options.get("theme").test(data.theme)) {
      root.dataset.theme = data.theme;
    }
    if (secret && data?.message === "ready" && data.secret === secret) {
      reported = 0;
      reportHeight();
    }
  });

  if (option("show")) root.dataset.show = option("show");
  // WordPress does not report the theme of the page, and most of its pages are light.
  if (secret && !option("theme")) root.dataset.theme = "light";

  document.addEventListener("DOMContentLoaded", () => {
    showRows();
    // Also at once: a frame that stays hidden until it reports its height gets no resize events.
    reportHeight();
    new ResizeObserver(reportHeight).observe(document.getElementById("app"));
    if (filters.length) {
      showPendingFilters();
      start();
    }
  });
  addEventListener("load", reportHeight);
})();
