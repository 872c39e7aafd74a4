// Turns each <blockquote class="rustscape"> that links to a page of this script's site, and each
// <rustscape-embed view="…">, into a frame of that page. A classic script, because its own tag tells
// which site it serves. Of two sites on one page each turns its own quotes; the element belongs to
// the one whose script came first.
//
// A frame lies in the shadow root of its quote: the styles of the page do not reach it, and what the
// page wrote stays as it was. It is not seen until it reports its height, so a frame that is blocked,
// offline or broken leaves a quote that can be read.
(() => {
  "use strict";

  const site = new URL(".", document.currentScript.src).href;
  const { origin } = new URL(site);
  const mark = `rustscape ${site}`;
  if (window[mark]) return; // Included twice.
  window[mark] = true;

  const QUOTE = "blockquote.rustscape";
  const ELEMENT = "rustscape-embed";
  const PX_MAX = 20000; // Several times the height of the longest frame.
  const PX_UNKNOWN = 150; // What browsers give a frame of which nothing is known.
  const GROWTHS_MAX = 30; // In a row: a frame that follows its own height would never stop.

  const embeds = new WeakMap(); // By quote or element, also of those that the page took out.
  const inPage = new Set();

  // Not a <style>: the page's policy may forbid that.
  const sheetOf = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };

  const always = sheetOf(
    ":host{display:block;position:relative!important;box-sizing:border-box!important}" +
      "iframe{position:absolute;inset:0;width:100%;border:0;visibility:hidden}",
  );

  // The quote is still laid out and only not painted, so nothing around it moves.
  const reported = sheetOf(
    ":host{visibility:hidden!important;opacity:1!important;inline-size:100%!important;" +
      "margin-inline:auto!important;border-inline:0!important}iframe{visibility:visible}",
  );

  // What stands in an address after the site; nothing if it leads anywhere else.
  const viewOf = (address, base) => {
    try {
      const { href } = new URL(address, base);
      if (href.startsWith(site)) return href.slice(site.length).replace(/^embed\/|#.*/g, "");
    } catch {
      // What cannot be read as an address leads nowhere.
    }
  };

  // The view that a quote or an element asks for, and what it says of it.
  const wishOf = (host) => {
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

  const titleOf = (host) => wishOf(host).text?.replace(/\s+/g, " ").trim() || "Rustscape";

  const pixels = (value) => {
    const px = Math.ceil(value);
    return px > 0 && px <= PX_MAX ? px : 0;
  };

  // What themes write on the root or the body: data-theme="dark", class="theme-dark" and the like.
  const namedTheme = () => {
    const elements = [document.documentElement, document.body];
    const attributes = elements.flatMap((element) => [...(element?.attributes ?? [])]);
    const says = /^(?!.*(dark|light)).*(class|theme|mode|scheme)$/;
    const values = attributes.flatMap(({ name, value }) => (says.test(name) ? value : []));
    const theme =
      /(?<!\S)((is|theme|mode|color|scheme)[-_]?)*(dark|light)([-_]?(mode|theme|scheme))?(?!\S)/i;
    return theme.exec(values.join(" "))?.[3].toLowerCase();
  };

  // Light text stands on something dark, whether the page's styles, its color-scheme or the reader's
  // system made it so.
  const seenTheme = (element) => {
    const { color } = getComputedStyle(element);
    const [r, g, b] = color.match(/(?<=[ (])[\d.]+/g) ?? [];
    const light = /^(ok)?l/.test(color) ? r : r * 0.3 + g * 0.6 + b * 0.1;
    const lightest = /^rgb/.test(color) ? 255 : /^l/.test(color) ? 100 : 1;
    return light > lightest * 0.55 ? "dark" : "light";
  };

  const makeEmbed = (host) => {
    let room = host.offsetHeight; // Kept until the reader does something, so nothing moves.
    let view, address, theme, frame, height, isReported, nGrowths;
    const root = host.attachShadow({ mode: "open" });
    const size = new CSSStyleSheet();
    root.append(document.createElement("slot"));

    const option = (name) => host.getAttribute(`data-${name}`) ?? host.getAttribute(name);

    const currentTheme = () =>
      option("theme") ||
      /[?&]theme=(\w+)/.exec(view)?.[1] ||
      namedTheme() ||
      seenTheme(host.parentElement ?? host);

    // To whatever origin: a sandboxed frame has none that could be named, and a theme is no secret.
    // Of another scheme than what is in it, a frame has a ground of the browser's own in its corners.
    const sendTheme = () => {
      frame.contentWindow?.postMessage({ type: "rustscape:theme", theme }, "*");
      frame.style.colorScheme = theme;
    };

    const followTheme = () => {
      const last = theme;
      theme = currentTheme();
      if (theme !== last) sendTheme();
    };

    const addressIn = (theme) => {
      const look = Object.entries({ theme, show: option("show"), max: option("max") });
      const query = look.flatMap(([key, value]) => (value ? `${key}=${value}` : [])).join("&");
      return `${site}embed/${view}${query && (view.includes("?") ? "&" : "?")}${query}`;
    };

    const fit = () => {
      const least = Math.max(room, height + host.offsetHeight - host.clientHeight);
      size.replaceSync(`:host{min-height:${least}px!important}iframe{height:${height}px}`);
    };

    // The address is there before the frame is in the page: so it makes no entry in the history.
    const putFrame = () => {
      theme = currentTheme();
      frame?.remove();
      frame = Object.assign(document.createElement("iframe"), {
        title: titleOf(host),
        loading: "lazy",
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        height,
        part: "frame",
        onload: sendTheme, // It may be another one by now.
        src: addressIn(theme === "auto" || view.includes(`theme=${theme}`) ? "" : theme),
      });
      root.append(frame);
    };

    const show = () => {
      view = wishOf(host).view;
      const last = address;
      address = addressIn();
      const isNew = address !== last;
      if (isNew) {
        room = last ? 0 : Math.max(room, pixels(option("height")));
        isReported = false;
        root.adoptedStyleSheets = [always, size];
      }
      if (!isReported) {
        height = Math.max(pixels(option("height")), host.clientHeight) || PX_UNKNOWN;
        fit();
      }
      if (isNew) putFrame();
      else followTheme();
    };

    const tell = (type, detail) => {
      const more = { bubbles: true, composed: true, detail };
      host.dispatchEvent(new CustomEvent(type, more));
    };

    const resize = (px) => {
      const isFirst = !isReported;
      if (!px || (isReported && Math.abs(px - height) < 2)) return;
      nGrowths = isReported && px > height ? nGrowths + 1 : 0;
      if (nGrowths > GROWTHS_MAX) return;
      isReported = true;
      height = px;
      root.adoptedStyleSheets = [always, size, reported];
      frame.title = titleOf(host); // The parser may have been in the middle of it.
      fit();
      if (isFirst) tell("rustscape:ready", { height });
    };

    const navigate = (view) => {
      if (view === undefined) return;
      room = nGrowths = 0;
      fit();
      tell("rustscape:navigate", { view, url: site + view });
    };

    const hear = (source, data) => {
      if (frame.contentWindow !== source) return;
      if (data.type === "rustscape:height") resize(pixels(data.height));
      if (data.type === "rustscape:navigate") navigate(viewOf(data.view, site));
    };

    return { host, show, followTheme, hear };
  };

  const turn = (host) => {
    if (!host.isConnected || wishOf(host).view === undefined) return;
    if (!embeds.has(host)) {
      if (host.shadowRoot) return; // Somebody else's.
      embeds.set(host, makeEmbed(host));
    }
    const embed = embeds.get(host);
    inPage.add(embed);
    embed.show();
  };

  const defineElement = () => {
    if (customElements.get(ELEMENT)) return;
    const element = class extends HTMLElement {
      static observedAttributes = ["view", "theme", "show", "max", "height"];
      connectedCallback() {
        turn(this);
      }
      attributeChangedCallback() {
        queueMicrotask(() => turn(this)); // Several often change together.
      }
    };
    customElements.define(ELEMENT, element);
  };

  const lookInto = ({ shadowRoot }) => {
    if (shadowRoot) watch(shadowRoot);
  };

  const turnIn = (node) => {
    const around = node.closest?.(QUOTE); // Its link may come after it.
    if (around) turn(around);
    node.querySelectorAll(QUOTE).forEach(turn);
    lookInto(node);
    // Most elements of most pages are of these kinds, which hardly ever have a shadow root.
    node.querySelectorAll(":not(a,li,p,span)").forEach(lookInto);
  };

  const followThemes = () => inPage.forEach((embed) => embed.followTheme());

  const themes = new MutationObserver(followThemes);

  const followPage = () => {
    for (const element of [document.documentElement, document.body]) {
      if (element) themes.observe(element, { attributes: true });
    }
  };

  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.querySelectorAll) turnIn(node);
    }
    for (const embed of inPage) if (!embed.host.isConnected) inPage.delete(embed);
    followPage(); // Some sites replace their body.
  });

  const watch = (root) => {
    changes.observe(root, { childList: true, subtree: true });
    turnIn(root);
  };

  const hear = ({ data, origin: from, source }) => {
    if (!data || (from !== "null" && from !== origin)) return;
    for (const embed of inPage) embed.hear(source, data);
  };

  addEventListener("message", hear);
  // A shadow root that comes after its element changes nothing in the page: its owner tells of it by
  // root.dispatchEvent(new Event("rustscape:scan", { composed: true })).
  addEventListener(
    "rustscape:scan",
    (event) => watch(event.composedPath()[0].getRootNode?.() ?? document),
    true,
  );
  // Whatever may change the colors of a page.
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", followThemes);
  addEventListener("transitionend", followThemes);
  addEventListener("load", followThemes);
  defineElement();
  followPage();
  watch(document);
})();
