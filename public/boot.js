// Sets the theme before the first paint, then starts the application.
// A classic script, so that it runs before the first paint; external, because the page's
// Content-Security-Policy allows no inline scripts. Its own tag has the names of the files.
(() => {
  "use strict";

  const { js, wasm, integrity } = document.currentScript.dataset;

  const storedTheme = () => {
    try {
      return localStorage.getItem("rustscape:theme");
    } catch {
      return null; // A sandboxed frame has no access to storage.
    }
  };

  const parameter = (name) => new URLSearchParams(location.search).get(name);

  // A published page names the file with the part of the dataset that lists need.
  const list = document.querySelector('meta[name="rustscape:list"]')?.content;

  const preload = (href, more) => {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { crossOrigin: "", href, ...more }));
  };

  // Starts to load the dataset before the application runs, unless the address names another one.
  const preloadDataset = () => {
    if (!parameter("data")) preload(list ?? "data/rustscape.json", { rel: "preload", as: "fetch" });
  };

  // Nothing else loads before a published page is painted. Browsers without this performance entry have
  // painted a tenth of a second after the first frame.
  const pageIsPainted = async () => {
    const isReported = new Promise((resolve) => {
      const type = "largest-contentful-paint";
      new PerformanceObserver(resolve).observe({ type, buffered: true });
    });
    await new Promise(requestAnimationFrame);
    await Promise.race([isReported, new Promise((resolve) => setTimeout(resolve, 100))]);
  };

  // Most readers of a frame only read it. `frame.js` dispatches this event when a control is used.
  const frameIsUsed = () =>
    new Promise((resolve) => addEventListener("rustscape:start", resolve, { once: true }));

  const preloadApplication = () => {
    preload(js, { rel: "modulepreload", integrity });
    preload(wasm, { rel: "preload", as: "fetch", type: "application/wasm" });
  };

  const setTheme = () => {
    const themes = new URLSearchParams(location.search).getAll("theme");
    const valid = themes.findLast((theme) => ["auto", "light", "dark"].includes(theme));
    const theme = valid ?? storedTheme();
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  };

  const root = document.documentElement;

  // Marks a published page that shows a wider view than its address until the application has started.
  const markPending = () => {
    const keys = [...new URLSearchParams(location.search).keys()];
    const options = ["theme", "show", "max"];
    if (!list || keys.every((key) => options.includes(key))) return;
    // The style shows the day of another version.
    root.dataset.coming = parameter("data")?.match(/^\d{4}-\d\d-\d\d$/)?.[0] ?? "";
  };

  // Replays a click on a button as soon as the application has started.
  const keepEarlyClick = () => {
    let early;
    const keep = (event) => {
      early = event.target.closest?.("#app button:not(#trouble *), [data-stage=frame] a[data-refine]");
      if (early?.href && !("ready" in root.dataset)) event.preventDefault();
    };
    addEventListener("click", keep, true);
    new MutationObserver((_, observer) => {
      if (!("ready" in root.dataset)) return;
      observer.disconnect();
      // The application may have replaced the button with one that has the same id.
      (early?.isConnected ? early : document.getElementById(early?.id))?.click();
    }).observe(root, { attributeFilter: ["data-ready"] });
  };

  const pageIsParsed = () =>
    new Promise((resolve) => {
      if (document.readyState !== "loading") return resolve();
      document.addEventListener("DOMContentLoaded", resolve, { once: true });
    });

  const element = (name, className, ...children) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...children);
    return node;
  };

  // Returns whether a cached page names an application that the current page on the server no longer
  // names. A page that was just reloaded is not reloaded again.
  const isOutdated = async () => {
    if (performance.getEntriesByType("navigation")[0]?.type === "reload") return false;
    const page = await fetch(location.href, { cache: "no-cache" });
    return page.ok && !(await page.text()).includes(js);
  };

  const showFailure = (reason) => {
    const retry = element("button", "btn primary", "Try again");
    retry.type = "button";
    retry.addEventListener("click", () => location.reload());
    const dataset = element("a", "", "the dataset as JSON");
    dataset.href = "data/rustscape.json";
    const app = document.getElementById("app");
    if (list && app.querySelector("main")) {
      const title = "Search and filters could not start. ";
      const alert = element("div", "elsewhere bad", element("p", "", title, reason), retry);
      if (root.dataset.stage === "frame") {
        const page = element("a", "btn", "Open full page");
        page.href = document.querySelector("link[rel=canonical]").href;
        alert.append(page);
      }
      alert.setAttribute("role", "alert");
      document.getElementById("trouble").replaceChildren(alert);
      return;
    }
    const failure = element(
      "section",
      "empty bad",
      element("h1", "", "This page could not start"),
      element("p", "", reason),
      element("p", "", "You can still open ", dataset, "."),
      element("p", "", retry),
    );
    failure.setAttribute("role", "alert");
    const bar = app.querySelector(".bar") ?? "";
    app.replaceChildren(bar, element("main", "board", failure));
  };

  const start = async () => {
    if (typeof WebAssembly !== "object") {
      await pageIsParsed();
      return showFailure("This browser does not support WebAssembly, or it is disabled.");
    }
    if (list) {
      await (root.dataset.stage === "frame" ? frameIsUsed() : pageIsPainted());
      preloadApplication();
    }
    preloadDataset();
    try {
      const [application] = await Promise.all([
        import(new URL(js, document.baseURI).href),
        pageIsParsed(), // The application needs its root element.
      ]);
      await application.default({ module_or_path: new URL(wasm, document.baseURI) });
    } catch (error) {
      console.error(error);
      if (await isOutdated().catch(() => false)) return location.reload();
      await pageIsParsed();
      showFailure(`A part of the app did not load or failed: ${error}`);
    }
  };

  addEventListener("rustscape:incomplete", () => showFailure("A part of the app did not load."));
  // A printed page shows its address.
  addEventListener("beforeprint", () => (root.dataset.address = location.href));
  setTheme();
  if (!js) return; // This page has no application.
  markPending();
  keepEarlyClick();
  start();
})();
