// Replaces each <blockquote class="rustscape"> with a link to the site of this script, and each
// <rustscape-embed view="…">, with a frame of the linked page. A classic script, because its own tag
// names its site. Scripts of two sites on one page each replace their own quotes; the custom element
// belongs to the script that ran first.
//
// The frame is in the shadow root of its quote: the styles of the page do not apply to it, and the
// content of the page stays unchanged. It is invisible until it reports its height, so that the quote
// remains readable if the frame is blocked, offline or broken.
(() => {
  // Reads a property of the document from its prototype, because named elements shadow properties: a
  // comment on a post may contain <img name="currentScript">.
  const own = (name) => Reflect.get(Document.prototype, name, document);

  // Wraps `act` so that it returns `undefined` on an error: one quote cannot stop the others.
  const attempt = (act) => (one, other) => {
    try {
      return act(one, other);
    } catch {
      // The quote stays readable.
    }
  };

  const site = new URL(".", own("currentScript").src).href;
  const mark = Symbol.for(site); // A symbol, because a string could be the name of an element.
  if (window[mark]) return; // The page includes this script twice.
  window[mark] = true;

  const QUOTE = "blockquote.rustscape";
  const ELEMENT = "rustscape-embed";
  const PX_MAX = 20000; // Several times the height of the longest frame.
  const PX_UNKNOWN = 150; // Default height of frames in browsers.
  const GROWTHS_MAX = 30; // In a row: a frame whose height depends on itself would grow forever.
  // After the load event: a filtered view waits for the application, 4 s on a slow connection.
  const REPORT_MILLIS = 10000;

  const embeds = new WeakMap(); // By quote or element, also after the page removed it.
  const inPage = new Set();

  // A replaced quote keeps its layout, so that nothing around it moves.
  const unpainted =
    ";visibility:hidden!important;opacity:1!important;inline-size:100%!important;" +
    "margin-inline:auto!important;border-inline:0!important";

  // Returns the part of an address after the site, or `undefined` for another site.
  const viewOf = attempt((address, base) => {
    const { href } = new URL(address, base);
    if (href.startsWith(site)) return href.slice(site.length).replace(/^embed\/|#.*/g, "");
  });

  // Returns the view of a quote or an element, and its text.
  const requestOf = (host) => {
    if (host.localName === ELEMENT) {
      const view = viewOf(host.getAttribute("view") ?? "", site);
      return { view, text: host.title || host.textContent };
    }
    for (const link of host.querySelectorAll("a[href]")) {
      const view = viewOf(link.getAttribute("href"), link.baseURI);
      if (view !== undefined) return { view, text: link.textContent };
    }
    return {};
  };

  const titleOf = (host) => requestOf(host).text?.replace(/\s+/g, " ").trim() || "Rustscape";

  const pixels = (value) => {
    const px = Math.ceil(value);
    return px > 0 && px <= PX_MAX ? px : 0;
  };

  // Returns the root element, its head and its body.
  const parts = () => [...own("children")].flatMap((root) => [root, ...root.children]);

  // Returns the theme in an attribute of the root or the body, such as data-theme="dark" or
  // class="theme-dark".
  const namedTheme = () => {
    const attributes = parts().flatMap(({ attributes }) =>
      [...attributes].map(({ name, value }) => `${name}="${value}"`),
    );
    const theme =
      /(?<!dark-|light-)(class|theme|mode|scheme)="([^"]*\s)?(is|color|theme|mode|scheme|[-_])*(dark|light)(theme|mode|scheme|[-_])*[\s"]/i;
    return theme.exec(attributes)?.[4].toLowerCase();
  };

  // Returns the theme from the text color: light text means a dark background, whether it comes from
  // the styles, the color-scheme or the reader's system.
  const computedTheme = (element) => {
    const { color } = getComputedStyle(element);
    const [r, g] = color.match(/(?<=[ (])[\d.]+/g) ?? [];
    const light = /^[lo]/.test(color) ? r : r * 0.3 + g * 0.7;
    const lightest = { r: 255, l: 100 }[color[0]] ?? 1;
    return light > lightest * 0.55 ? "dark" : "light";
  };

  const create = (name) => own("createElement").call(document, name);

  const makeEmbed = (host) => {
    let room = host.offsetHeight; // Reserved until the reader uses the frame, so that nothing moves.
    let view, address, theme, frame, height, isReported, nGrowths;
    const sheet = new CSSStyleSheet();
    const slot = create("slot");
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(slot);

    const option = (name) => host.getAttribute(`data-${name}`) ?? host.getAttribute(name);

    const currentTheme = () =>
      option("theme") ||
      /theme=(\w+)/.exec(view)?.[1] ||
      namedTheme() ||
      computedTheme(host.parentElement ?? host);

    // To any origin: a sandboxed frame has an opaque one, and the theme is no secret. If the color
    // scheme of a frame differs from that of its page, browsers paint an opaque background.
    const sendTheme = () => {
      frame.contentWindow.postMessage({ type: "rustscape:theme", theme }, "*");
      frame.style.colorScheme = theme;
    };

    const updateTheme = () => {
      const last = theme;
      theme = currentTheme();
      if (theme !== last) sendTheme();
    };

    const addressIn = (theme) => {
      let address = `${site}embed/${view}`;
      const options = { theme, show: option("show"), max: option("max") };
      for (const [key, value] of Object.entries(options)) {
        if (value) address += `${address.includes("?") ? "&" : "?"}${key}=${value}`;
      }
      return address;
    };

    // The page's Content-Security-Policy does not apply to a constructed style sheet.
    const fit = () => {
      const least = Math.max(room, height + host.offsetHeight - host.clientHeight);
      sheet.replaceSync(
        ":host{display:block;position:relative!important;box-sizing:border-box!important;" +
          `min-height:${least}px!important${isReported ? unpainted : ""}}` +
          `iframe{position:absolute;inset:0;width:100%;height:${height}px;border:0;` +
          `visibility:${isReported ? "visible" : "hidden"}}`,
      );
    };

    // Releases the reserved room if a loaded frame reports no height, because it is blocked or broken.
    // It is still shown if it reports later.
    const giveUp = (loadedAddress) => {
      if (isReported || loadedAddress !== address) return;
      room = height = 0;
      fit();
    };

    // Sets the address before inserting the frame, so that it adds no history entry.
    const insertFrame = () => {
      theme = currentTheme();
      frame?.remove();
      frame = Object.assign(create("iframe"), {
        title: titleOf(host),
        loading: "lazy",
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        height,
        onload() {
          sendTheme(); // The page may have changed it in the meantime.
          setTimeout(giveUp, REPORT_MILLIS, address);
        },
        src: addressIn(theme === "auto" || view.includes(`theme=${theme}`) ? "" : theme),
      });
      root.append(frame);
    };

    const show = (newView) => {
      view = newView;
      const last = address;
      address = addressIn();
      if (address !== last) {
        room = last ? 0 : Math.max(room, pixels(option("height")));
        isReported = false;
        height = Math.max(pixels(option("height")), host.clientHeight) || PX_UNKNOWN;
        fit();
        insertFrame();
      } else updateTheme();
    };

    const dispatch = (type, detail) => {
      const options = { bubbles: true, composed: true, detail };
      host.dispatchEvent(new CustomEvent(type, options));
    };

    const resize = (px) => {
      const isFirst = !isReported;
      const growth = isFirst ? -PX_MAX : px - height;
      if (!px || Math.abs(growth) < 2) return;
      nGrowths = growth > 0 ? nGrowths + 1 : 0;
      if (nGrowths > GROWTHS_MAX) return;
      isReported = true;
      height = px;
      frame.title = titleOf(host); // The quote may have been parsed only in part before.
      fit();
      if (isFirst) dispatch("rustscape:ready", { height });
    };

    const navigate = (view) => {
      if (view === undefined) return;
      room = nGrowths = 0;
      fit();
      dispatch("rustscape:navigate", { view, url: site + view });
    };

    const onMessage = (source, data) => {
      if (frame.contentWindow !== source) return;
      if (data.type === "rustscape:height") resize(pixels(data.height));
      if (data.type === "rustscape:navigate") navigate(viewOf(data.view, site));
    };

    return { host, show, updateTheme, onMessage };
  };

  const replace = attempt((host) => {
    const { view } = requestOf(host);
    if (!host.isConnected || view === undefined) return;
    if (!embeds.has(host)) {
      if (host.shadowRoot) return; // Another script uses this element.
      embeds.set(host, makeEmbed(host));
    }
    const embed = embeds.get(host);
    inPage.add(embed);
    embed.show(view);
  });

  const scanShadowRoot = attempt((node) => {
    // From the prototype: a class of the page may have its own `shadowRoot` property.
    const root = Reflect.get(Element.prototype, "shadowRoot", node);
    if (root) watch(root);
  });

  const scan = attempt((node) => {
    const around = node.closest?.(QUOTE); // The link may be added after its quote.
    if (around) replace(around);
    node.querySelectorAll?.(QUOTE).forEach(replace);
    scanShadowRoot(node);
    // Skips the most frequent elements, which rarely have a shadow root.
    node.querySelectorAll?.(":not(a,li,p,span)").forEach(scanShadowRoot);
  });

  const updateThemes = () => inPage.forEach(attempt((embed) => embed.updateTheme()));

  const themes = new MutationObserver(updateThemes);

  // The head contains the styles and the <meta> element of the color-scheme.
  const observePage = () => {
    for (const element of parts()) {
      const subtree = element.localName === "head";
      themes.observe(element, { attributes: true, childList: subtree, subtree });
    }
  };

  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(scan);
    for (const embed of inPage) if (!embed.host.isConnected) inPage.delete(embed);
    observePage(); // Some sites replace their body.
  });

  const watch = (root, start = root) => {
    changes.observe(root, { childList: true, subtree: true });
    scan(start);
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== "null" && !site.startsWith(`${origin}/`)) return;
    inPage.forEach(attempt((embed) => embed.onMessage(source, data)));
  });
  // A shadow root that is attached later is not a mutation. Its owner can announce it with
  // root.dispatchEvent(new Event("rustscape:scan", { composed: true })).
  addEventListener(
    "rustscape:scan",
    attempt((event) => watch(event.composedPath()[0])),
    true,
  );
  // Events that may change the colors of a page.
  matchMedia("(prefers-color-scheme:dark)").onchange = updateThemes;
  addEventListener("transitionend", updateThemes);
  addEventListener("load", updateThemes, true); // A style sheet has loaded.
  observePage();
  watch(document, own("documentElement"));
  if (customElements.get(ELEMENT)) return;
  customElements.define(
    ELEMENT,
    class extends HTMLElement {
      static observedAttributes = ["view", "theme", "show", "max", "height"];
      connectedCallback() {
        replace(this);
      }
      attributeChangedCallback() {
        queueMicrotask(() => replace(this)); // Several attributes often change together.
      }
    },
  );
})();
