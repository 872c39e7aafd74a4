const done = arguments[arguments.length - 1];
const root = document.documentElement;
const room = root.clientWidth;
const name = (element) => {
  const id = element.id ? `#${element.id}` : "";
  return `<${element.localName}${id}${[...element.classList].map((one) => `.${one}`).join("")}>`;
};
// What scrolls by itself may be wider inside.
const scrolls = (element) => {
  for (let box = element.parentElement; box && box !== root && box !== document.body; box = box.parentElement) {
    if (getComputedStyle(box).overflowX !== "visible") return true;
  }
  return false;
};
const reachesOut = (element) => element.getBoundingClientRect().right + window.scrollX > room + 0.5 && !scrolls(element);
const describe = (element) => `${name(element)} ends at ${Math.round(element.getBoundingClientRect().right + window.scrollX)} of ${room} px`;
if (root.scrollWidth <= room) {
  done([]);
} else {
  const elements = [...document.body.querySelectorAll("*")].filter(reachesOut).slice(0, 10);
  done([`it is ${root.scrollWidth} px wide in a window of ${room} px`, ...elements.map(describe)]);
}
