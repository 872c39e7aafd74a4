(css, wanted) => {
  const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const visible = [...document.querySelectorAll(css)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const names = (element) => [words(element.innerText), words(element.getAttribute("aria-label"))];
  return visible.find((element) => names(element).includes(wanted))
    ?? visible.find((element) => names(element).some((name) => name.includes(wanted)))
    ?? null;
}
