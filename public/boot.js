// Sets the theme before the first paint, then starts the application.
// A classic script, so that it runs before anything is drawn; external, because the page's
// Content-Security-Policy allows no inline script. The names of the files come from its own tag.
(() => {
  "use strict";

  const { js, wasm, integrity } = document.currentScript.dataset;

  const storedTheme = () => {
    try {
      return localStorage.getItem("rustscape:theme");
    } catch {
      return null; // A sandboxed frame has no storage.
    }
  };

  const parameter = (name) => new URLSearchParams(location.search).get(name);

  // A page that was published names the part of the dataset that lists need.
  const list = document.querySelector('meta[name="rustscape:list"]')?.content;

  const preload = (href, more) => {
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { crossOrigin: "", href, ...more }));
  };

  // The dataset is asked for before the application is there to do it; but not where the address
  // names another one.
  const preloadDataset = () => {
    if (!parameter("data")) preload(list ?? "data/rustscape.json", { rel: "preload", as: "fetch" });
  };

  // A published page can be read at once: nothing else is loaded before it is painted. A browser that
  // does not tell of that has painted a tenth of a second after its first frame.
  const pageIsPainted = async () => {
    const isTold = new Promise((resolve) => {
      const type = "largest-contentful-paint";
      new PerformanceObserver(resolve).observe({ type, buffered: true });
    });
    await new Promise(requestAnimationFrame);
    await Promise.race([isTold, new Promise((resolve) => setTimeout(resolve, 100))]);
  };

  // Most readers of a frame only read it; `frame.js` knows when one wants more.
  const frameIsUsed = () =>
    new Promise((resolve) => addEventListener("rustscape:start", resolve, { once: true }));

  const preloadApplication = () => {
    preload(js, { rel: "modulepreload", integrity });
    preload(wasm, { rel: "preload", as: "fetch", type: "application/wasm" });
  };

  const setTheme = () => {
    const asked = new URLSearchParams(location.search).getAll("theme");
    const known = asked.findLast((theme) => ["auto", "light", "dark"].includes(theme));
    const theme = known ?? storedTheme();
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  };

  const root = document.documentElement;

  // What a published page shows is not yet what its address asks for.
  const markComing = () => {
    const asked = [...new URLSearchParams(location.search).keys()];
    const look = ["theme", "show", "max"];
    if (!list || asked.every((key) => look.includes(key))) return;
    // Styles name the day of another version.
    root.dataset.coming = parameter("data")?.match(/^\d{4}-\d\d-\d\d$/)?.[0] ?? "";
  };

  // A button that is used before the application is there does its work as soon as it is.
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
      // The application may have made the page anew, with a button of the same id.
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

  // A page from a cache may name an application that is gone, where the server has a page by now that
  // names another one. A page that was just reloaded is not reloaded again.
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
      const missing = "Searching and refining could not start. ";
      const trouble = element("div", "elsewhere bad", element("p", "", missing, reason), retry);
      if (root.dataset.stage === "frame") {
        const whole = element("a", "btn", "Open the whole page");
        whole.href = document.querySelector("link[rel=canonical]").href;
        trouble.append(whole);
      }
      trouble.setAttribute("role", "alert");
      document.getElementById("trouble").replaceChildren(trouble);
      return;
    }
    const failure = element(
      "section",
      "empty bad",
      element("h1", "", "This page could not start"),
      element("p", "", reason),
      element("p", "", "Without it you can still read ", dataset, "."),
      element("p", "", retry),
    );
    failure.setAttribute("role", "alert");
    const bar = app.querySelector(".bar") ?? "";
    app.replaceChildren(bar, element("main", "board", failure));
  };

  const start = async () => {
    if (typeof WebAssembly !== "object") {
      await pageIsParsed();
      return showFailure("This browser has no WebAssembly, or it is switched off.");
    }
    if (list) {
      await (root.dataset.stage === "frame" ? frameIsUsed() : pageIsPainted());
      preloadApplication();
    }
    preloadDataset();
    try {
      const [application] = await Promise.all([
        import(new URL(js, document.baseURI).href),
        pageIsParsed(), // The application looks for the element it is shown in.
      ]);
      await application.default({ module_or_path: new URL(wasm, document.baseURI) });
    } catch (error) {
      console.error(error);
      if (await isOutdated().catch(() => false)) return location.reload();
      await pageIsParsed();
      showFailure(`A part of the application did not load or did not run: ${error}`);
    }
  };

  addEventListener("rustscape:incomplete", () => showFailure("A part of the application did not load."));
  // Paper names the page that it is of.
  addEventListener("beforeprint", () => (root.dataset.address = location.href));
  setTheme();
  if (!js) return; // A page without the application.
  markComing();
  keepEarlyClick();
  start();
})();
