const done = arguments[arguments.length - 1];
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const label = (element) => {
  const text = element.getAttribute("aria-label") ?? element.innerText ?? "";
  return `<${element.localName}${element.id ? `#${element.id}` : ""}> ${text.replace(/\s+/g, " ").trim()}`.trim();
};
const applies = (rule) => !(rule instanceof CSSMediaRule) || matchMedia(rule.conditionText).matches;
const allRules = (list) => [...list].filter(applies).flatMap((rule) => [rule, ...allRules(rule.cssRules ?? [])]);
// A shadow that is there without the focus too says nothing, so it has to come from a rule about the focus.
const hasFocusShadow = (element) =>
  getComputedStyle(element).boxShadow !== "none" &&
  allRules([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])).some(
    (rule) => rule.selectorText?.includes(":focus") && rule.style.boxShadow && element.matches(rule.selectorText),
  );
const isTransparent = (color) => /^rgba.*, 0\)$|\/ 0\)$/.test(color);
const outlined = (element) => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  if (outlineStyle === "none" || parseFloat(outlineWidth) === 0) return false;
  return !isTransparent(outlineColor) || hasFocusShadow(element);
};
const shown = (element) => {
  const root = element.getRootNode();
  return [...element.getClientRects()].some((rect) => {
    const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)];
    const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
    if (left >= right || top >= bottom) return false;
    // Corners may be round, so the points lie a little inside.
    return [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => {
      const hit = root.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
      return hit !== null && (element.contains(hit) || [...(element.labels ?? [])].some((one) => one.contains(hit)));
    }));
  });
};
const problem = (element) => {
  if (!element || element === document.body || element === document.documentElement) return "nothing has the focus";
  const around = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
  if (!around.some(outlined)) return `${label(element)} has the focus but no outline to see`;
  if (!shown(element)) return `${label(element)} has the focus but is outside the window or covered`;
  return null;
};
const element = focused();
done({ name: element ? label(element) : "", problem: problem(element) });
