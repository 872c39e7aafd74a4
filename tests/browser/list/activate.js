// Clicks, and hands over the number and the labels of the sentence once it is another one.
const [css, done] = arguments;
const heading = () => document.querySelector("#heading");
const before = heading().textContent;
document.querySelector(css).click();
const look = () => {
  if (heading().textContent === before) return setTimeout(look, 0);
  const n = Number.parseInt(heading().textContent.replace(",", "")) || 0;
  done([n, [...heading().querySelectorAll(".part")].map((part) => part.textContent)]);
};
look();
