const [millis, done] = arguments;
const deadline = performance.now() + millis;
const look = () => {
  let value = null;
  let problem = null;
  try {
    value = (/* expression */) ?? null;
  } catch (error) {
    problem = String(error);
  }
  if (value !== null || performance.now() >= deadline) {
    done({ value, problem });
  } else {
    setTimeout(look, 5);
  }
};
look();
