const done = arguments[arguments.length - 1];
let sum = 0;
const add = (entries) => entries.forEach((entry) => { if (!entry.hadRecentInput) sum += entry.value; });
const observer = new PerformanceObserver((list) => add(list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
// Shifts are reported with the frame after the one that has them; those before this call come with the first task.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
  add(observer.takeRecords());
  done(sum);
}, 0)));
