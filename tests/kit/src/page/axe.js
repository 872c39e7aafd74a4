const done = arguments[arguments.length - 1];
const place = (node) => `${node.target.flat().join(" ")}: ${node.html}`;
axe.run(document, { resultTypes: ["violations"], iframes: false, preload: false }).then(
  ({ violations }) => done(violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(place) }))),
  (error) => done(String(error)),
);
