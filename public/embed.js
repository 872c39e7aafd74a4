// Turns each <blockquote class="rustscape"> that links to a page of this script's site, and each
// <rustscape-embed view="…">, into a frame of that page. A classic script, because its own tag tells
// which site it serves. Of two sites on one page each turns its own quotes; the element belongs to
// the one whose script came first.
//
// A frame lies in the shadow root of its quote: the styles of the page do not reach it, and what the
// page wrote stays as it was. It is not seen until it reports its height, so a frame that is blocked,
// offline or broken leaves a quote that can be read.
(() => {
  // Reads a member of the document from its prototype: named elements take the place of members, and
  // a comment on a post may contain <img name="currentScript">.
  const own = (name) => Reflect.get(Document.prototype, name, document);

  // Returns `act` that returns nothing where it fails, so that one quote cannot stop the others.
  const attempt = (act) => (one, other) => {
    try {
      return act(one, other);
    } catch {
      // The quote stays readable.
    }
  };

  const site = new URL(".", own("currentScript").src).href;
  const mark = Symbol.for(site); // A text could be the name of an element.
  if (window[mark]) return; // Included twice.
  window[mark] = true;

  const QUOTE = "blockquote.rustscape";
  const ELEMENT = "rustscape-embed";
  const PX_MAX = 20000; // Several times the height of the longest frame.
  const PX_UNKNOWN = 150; // What browsers give a frame of which nothing is known.
  const GROWTHS_MAX = 30; // In a row: a frame that follows its own height would never stop.
  // After the load event: a narrower view waits for the application, 4 s on a slow line.
  const REPORT_MILLIS = 10000;

  const embeds = new WeakMap(); // By quote or element, also of those that the page took out.
  const inPage = new Set();

  // A quote in whose place its frame is shown is still laid out, so nothing around it moves.
  const unpainted =
    ";visibility:hidden!important;opacity:1!important;inline-size:100%!important;" +
    "margin-inline:auto!important;border-inline:0!important";

  // Returns the part of an address after the site; nothing for an address elsewhere.
  const viewOf = attempt((address, base) => {
    const { href } = new URL(address, base);
    if (href.startsWith(site)) return href.slice(site.length).replace(/^embed\/|#.*/g, "");
  });

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

  // The root element, its head and its body.
  const parts = () => [...own("children")].flatMap((root) => [root, ...root.children]);

  // Reads what themes write on the root or the body: data-theme="dark", class="theme-dark" and the
  // like.
  const namedTheme = () => {
    const attributes = parts().flatMap(({ attributes }) =>
      [...attributes].map(({ name, value }) => `${name}="${value}"`),
    );
    const theme =
      /(?<!dark-|light-)(class|theme|mode|scheme)="([^"]*\s)?(is|color|theme|mode|scheme|[-_])*(dark|light)(theme|mode|scheme|[-_])*[\s"]/i;
    return theme.exec(attributes)?.[4].toLowerCase();
  };

  // Light text stands on something dark, whether the page's styles, its color-scheme or the reader's
  // system made it so.
  const seenTheme = (element) => {
    const { color } = getComputedStyle(element);
    const [r, g] = color.match(/(?<=[ (])[\d.]+/g) ?? [];
    const light = /^[lo]/.test(color) ? r : r * 0.3 + g * 0.7;
    const lightest = { r: 255, l: 100 }[color[0]] ?? 1;
    return light > lightest * 0.55 ? "dark" : "light";
  };

  const create = (name) => own("createElement").call(document, name);

  const makeEmbed = (host) => {
    let room = host.offsetHeight; // Kept until the reader does something, so nothing moves.
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
      seenTheme(host.parentElement ?? host);

    // To whatever origin: a sandboxed frame has none that could be named, and a theme is no secret.
    // Of another scheme than what is in it, a frame has a ground of the browser's own in its corners.
    const sendTheme = () => {
      frame.contentWindow.postMessage({ type: "rustscape:theme", theme }, "*");
      frame.style.colorScheme = theme;
    };

    const followTheme = () => {
      const last = theme;
      theme = currentTheme();
      if (theme !== last) sendTheme();
    };

    const addressIn = (theme) => {
      let address = `${site}embed/${view}`;
      const look = { theme, show: option("show"), max: option("max") };
      for (const [key, value] of Object.entries(look)) {
        if (value) address += `${address.includes("?") ? "&" : "?"}${key}=${value}`;
      }
      return address;
    };

    // A constructed style sheet needs no permission of the page's policy.
    const fit = () => {
      const least = Math.max(room, height + host.offsetHeight - host.clientHeight);
      sheet.replaceSync(
        ":host{display:block;position:relative!important;box-sizing:border-box!important;" +
          `min-height:${least}px!important${isReported ? unpainted : ""}}` +
          `iframe{position:absolute;inset:0;width:100%;height:${height}px;border:0;` +
          `visibility:${isReported ? "visible" : "hidden"}}`,
      );
    };

    // Gives the kept room back where the frame of an address has loaded and stays silent: blocked,
    // or broken by its host. It is still shown if it reports later.
    const giveUp = (of) => {
      if (isReported || of !== address) return;
      room = height = 0;
      fit();
    };

    // The address is there before the frame is in the page: so it makes no entry in the history.
    const putFrame = () => {
      theme = currentTheme();
      frame?.remove();
      frame = Object.assign(create("iframe"), {
        title: titleOf(host),
        loading: "lazy",
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
        height,
        onload() {
          sendTheme(); // The page may have switched it meanwhile.
          setTimeout(giveUp, REPORT_MILLIS, address);
        },
        src: addressIn(theme === "auto" || view.includes(`theme=${theme}`) ? "" : theme),
      });
      root.append(frame);
    };

    const show = (wanted) => {
      view = wanted;
      const last = address;
      address = addressIn();
      if (address !== last) {
        room = last ? 0 : Math.max(room, pixels(option("height")));
        isReported = false;
        height = Math.max(pixels(option("height")), host.clientHeight) || PX_UNKNOWN;
        fit();
        putFrame();
      } else followTheme();
    };

    const tell = (type, detail) => {
      const more = { bubbles: true, composed: true, detail };
      host.dispatchEvent(new CustomEvent(type, more));
    };

    const resize = (px) => {
      const isFirst = !isReported;
      const growth = isFirst ? -PX_MAX : px - height;
      if (!px || Math.abs(growth) < 2) return;
      nGrowths = growth > 0 ? nGrowths + 1 : 0;
      if (nGrowths > GROWTHS_MAX) return;
      isReported = true;
      height = px;
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

    return { host, show, theme: followTheme, hear };
  };

  const turn = attempt((host) => {
    const { view } = wishOf(host);
    if (!host.isConnected || view === undefined) return;
    if (!embeds.has(host)) {
      if (host.shadowRoot) return; // Somebody else's.
      embeds.set(host, makeEmbed(host));
    }
    const embed = embeds.get(host);
    inPage.add(embed);
    embed.show(view);
  });

  const lookInto = attempt((node) => {
    // As the browser knows it: classes of the page may call something else so.
    const root = Reflect.get(Element.prototype, "shadowRoot", node);
    if (root) watch(root);
  });

  const turnIn = attempt((node) => {
    const around = node.closest?.(QUOTE); // Its link may come after it.
    if (around) turn(around);
    node.querySelectorAll?.(QUOTE).forEach(turn);
    lookInto(node);
    // Most elements of most pages are of these kinds, which hardly ever have a shadow root.
    node.querySelectorAll?.(":not(a,li,p,span)").forEach(lookInto);
  });

  const followThemes = () => inPage.forEach(attempt((embed) => embed.theme()));

  const themes = new MutationObserver(followThemes);

  // In the head are styles, and the <meta> that names the color-scheme.
  const followPage = () => {
    for (const element of parts()) {
      const subtree = element.localName === "head";
      themes.observe(element, { attributes: true, childList: subtree, subtree });
    }
  };

  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(turnIn);
    for (const embed of inPage) if (!embed.host.isConnected) inPage.delete(embed);
    followPage(); // Some sites replace their body.
  });

  const watch = (root, start = root) => {
    changes.observe(root, { childList: true, subtree: true });
    turnIn(start);
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (origin !== "null" && !site.startsWith(`${origin}/`)) return;
    inPage.forEach(attempt((embed) => embed.hear(source, data)));
  });
  // A shadow root that comes after its element changes nothing in the page: its owner tells of it by
  // root.dispatchEvent(new Event("rustscape:scan", { composed: true })).
  addEventListener(
    "rustscape:scan",
    attempt((event) => watch(event.composedPath()[0])),
    true,
  );
  // Whatever may change the colors of a page.
  matchMedia("(prefers-color-scheme:dark)").onchange = followThemes;
  addEventListener("transitionend", followThemes);
  addEventListener("load", followThemes, true); // Of a style sheet.
  followPage();
  watch(document, own("documentElement"));
  if (customElements.get(ELEMENT)) return;
  customElements.define(
    ELEMENT,
    class extends HTMLElement {
      static observedAttributes = ["view", "theme", "show", "max", "height"];
      connectedCallback() {
        turn(this);
      }
      attributeChangedCallback() {
        queueMicrotask(() => turn(this)); // Several often change together.
      }
    },
  );
})();
