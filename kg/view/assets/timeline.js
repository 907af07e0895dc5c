// When things happened: a bar for each stretch of time, a brush over them, and play.
"use strict";

const timeline = (() => {
  const { make, svg, icon, button } = elements;
  const DAY = 864e5;
  const BARS = 90; // at most, before a longer step is taken
  const HEIGHT = 54;
  const PLAY = 450; // milliseconds for each step
  // Steps that a bar may stand for: days, or months.
  const STEPS = [
    { days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 12 }, { months: 60 }, { months: 120 },
  ];
  const box = document.getElementById("timeline");
  let dates = null; // first and last day of each dated event, in days since 1970
  let bins = []; // {from, to, label}; days, both included
  let drawing = null;
  let playing = null;

  const toDate = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const toDay = (date) => Date.parse(date) / DAY;

  // --- the bars ---

  function readDates() {
    const { events } = model.all;
    dates = events.map(({ earliest, latest }) => {
      const known = earliest ?? latest;
      return known ? [toDay(known), toDay(latest ?? earliest)] : null;
    });
  }

  function bounds() {
    let [first, last] = [Infinity, -Infinity];
    for (const date of dates) {
      if (!date) continue;
      first = Math.min(first, date[0]);
      last = Math.max(last, date[0]);
    }
    return first <= last ? [first, last] : null;
  }

  function startOf(day, { days, months }) {
    if (days === 7) return day - ((day + 3) % 7 + 7) % 7;
    if (days) return day;
    const date = new Date(day * DAY);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return monthStart(month - month % months);
  }

  function monthStart(month) {
    return Date.UTC(Math.floor(month / 12), month % 12) / DAY;
  }

  function next(day, { days, months }) {
    if (days) return day + days;
    const date = new Date(day * DAY);
    return monthStart(date.getUTCFullYear() * 12 + date.getUTCMonth() + months);
  }

  function labelOf(from, { days, months }) {
    const date = toDate(from);
    if (days) return date;
    return months < 12 ? date.slice(0, 7) : date.slice(0, 4);
  }

  function cut(step, [first, last]) {
    const found = [];
    for (let from = startOf(first, step); from <= last && found.length <= BARS; from = next(from, step)) {
      found.push({ from, to: next(from, step) - 1, label: labelOf(from, step) });
    }
    return found;
  }

  // The shortest step with which all fits.
  function makeBins() {
    const ends = bounds();
    bins = [];
    for (const step of ends ? STEPS : []) {
      bins = cut(step, ends);
      if (bins.length <= BARS) return;
    }
  }

  // The bar of a day, by halves: bars do not all have the same number of days.
  function binOf(day) {
    let [low, high] = [0, bins.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bins[middle].from <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // Events in each bar, by stance: those that the other filters leave, within the brush or not.
  function tally() {
    const sums = bins.map(() => ({ n: 0, cooperation: 0, conflict: 0 }));
    let undated = 0;
    for (const ix of model.untimed()) {
      if (!dates[ix]) {
        undated += 1;
        continue;
      }
      const sum = sums[binOf(dates[ix][0])];
      sum.n += 1;
      if (model.stance(ix) > 0) sum.cooperation += 1;
      if (model.stance(ix) < 0) sum.conflict += 1;
    }
    return { sums, undated };
  }

  // --- the brush ---

  // First and last bar that are shown.
  function brushed() {
    const { from, to } = state.now;
    const last = bins.length - 1;
    return [from ? binOf(toDay(from)) : 0, to ? Math.min(last, binOf(toDay(to))) : last];
  }

  function brush(one, other, merge = "brush") {
    const last = bins.length - 1;
    const [first, end] = [Math.max(0, Math.min(one, other)), Math.min(last, Math.max(one, other))];
    state.set({
      from: first === 0 ? null : toDate(bins[first].from),
      to: end === last ? null : toDate(bins[end].to),
    }, { merge });
  }

  function binAt({ clientX }) {
    const { left, width } = drawing.getBoundingClientRect();
    return Math.min(bins.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * bins.length)));
  }

  // Follows the pointer until it is let go. What is drawn is drawn anew on the way, so that no
  // element of it could listen.
  function follow(move, end) {
    const stopFollowing = (event) => {
      document.removeEventListener("pointermove", move);
      document.removeEventListener("pointerup", stopFollowing);
      document.removeEventListener("pointercancel", stopFollowing);
      end(event);
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", stopFollowing);
    document.addEventListener("pointercancel", stopFollowing);
  }

  // A press on the bars begins a new stretch; one within a narrower brush moves it.
  function press(event) {
    if (event.button !== 0) return;
    stop();
    const start = binAt(event);
    const [first, last] = brushed();
    const isInside = start >= first && start <= last && last - first + 1 < bins.length;
    let isMoved = false;
    follow((moved) => {
      const at = binAt(moved);
      if (at === start && !isMoved) return;
      isMoved = true;
      if (isInside) slide(first, last, at - start);
      else brush(start, at);
    }, () => { if (!isMoved) click(start, first, last); });
  }

  function slide(first, last, steps) {
    const shift = Math.max(-first, Math.min(bins.length - 1 - last, steps));
    brush(first + shift, last + shift);
  }

  // A click shows one bar; a second one on it, all.
  function click(at, first, last) {
    if (first === at && last === at) showAll();
    else brush(at, at, null);
  }

  function showAll() {
    stop();
    state.set({ from: null, to: null });
  }

  // --- play ---

  function stop() {
    clearInterval(playing);
    playing = null;
    drawPlay();
  }

  // The brush, or a tenth of all where there is none, moves to the end.
  function play() {
    let [first, last] = brushed();
    const width = last - first + 1 < bins.length ? last - first : Math.max(0, Math.round(bins.length / 10) - 1);
    if (last === bins.length - 1) first = 0;
    brush(first, first + width, "play");
    playing = setInterval(() => {
      const [at, end] = brushed();
      if (end >= bins.length - 1) stop();
      else brush(at + 1, end + 1, "play");
    }, PLAY);
    drawPlay();
  }

  function drawPlay() {
    const element = document.getElementById("play");
    if (!element) return;
    const key = playing === null ? "play" : "pause";
    element.replaceChildren(icon(key));
    element.setAttribute("aria-label", words.get(`timeline.${key}`));
    element.title = words.get(`timeline.${key}`);
  }

  // --- drawing ---

  function bar({ n, cooperation, conflict }, at, most, [first, last]) {
    const label = words.fill("timeline.bar", { time: words.time(bins[at].label), n, cooperation, conflict });
    const height = (value) => (value / most) * (HEIGHT - 4);
    const parts = [["other", n - cooperation - conflict], ["cooperation", cooperation], ["conflict", conflict]];
    let y = HEIGHT;
    const rects = parts.filter(([, value]) => value > 0).map(([kind, value]) => {
      y -= height(value);
      return svg("rect", { class: kind, x: at + 0.08, y, width: 0.84, height: Math.max(height(value), 1) });
    });
    const isOff = at < first || at > last;
    return svg("g", { class: isOff ? "off" : null },
      svg("title", {}, label), svg("rect", { class: "slot", x: at, y: 0, width: 1, height: HEIGHT }), rects);
  }

  function handle(side, [first, last]) {
    const at = side === "from" ? first : last;
    const element = make("div", { className: `handle ${side}`, role: "slider", tabIndex: 0 });
    const value = state.now[side] ?? toDate(side === "from" ? bins[0].from : bins.at(-1).to);
    for (const [key, text] of Object.entries({
      "aria-label": words.get(`timeline.${side}`), "aria-valuemin": 0, "aria-valuemax": bins.length - 1,
      "aria-valuenow": at, "aria-valuetext": words.time(value), "aria-orientation": "horizontal",
    })) element.setAttribute(key, text);
    element.style.insetInlineStart = `${(100 * (at + (side === "from" ? 0 : 1))) / bins.length}%`;
    element.addEventListener("keydown", (event) => step(event, side));
    element.addEventListener("pointerdown", (event) => grab(event, side));
    return element;
  }

  // Left and right move an end by one bar, with Shift or Page keys by ten.
  function step(event, side) {
    const [first, last] = brushed();
    const size = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
    const steps = {
      ArrowLeft: -size, ArrowDown: -size, PageDown: -size, ArrowRight: size, ArrowUp: size, PageUp: size,
      Home: -bins.length, End: bins.length,
    }[event.key];
    if (!steps) return;
    event.preventDefault();
    stop();
    moveEnd(side, side === "from" ? first + steps : last + steps);
    box.querySelector(`.handle.${side}`).focus();
  }

  function moveEnd(side, at) {
    const [first, last] = brushed();
    if (side === "from") brush(Math.min(at, last), last);
    else brush(first, Math.max(at, first));
  }

  function grab(event, side) {
    event.preventDefault();
    stop();
    follow((moved) => moveEnd(side, binAt(moved)), () => {});
  }

  // As many dates under the bars as find room.
  function ticks() {
    const room = Math.max(2, Math.floor(box.clientWidth / 130));
    const every = Math.max(1, Math.ceil(bins.length / room));
    return make("div", { className: "ticks" }, bins.map(({ label }, at) => {
      if (at % every) return null;
      const tick = make("span", { textContent: words.time(label) });
      tick.style.insetInlineStart = `${(100 * at) / bins.length}%`;
      return tick;
    }));
  }

  function caption(undated) {
    const { from, to } = state.now;
    const ends = [from ?? toDate(bins[0].from), to ?? toDate(bins.at(-1).to)].map(words.time);
    return make("div", { className: "caption" },
      make("span", { textContent: ends.join(" – ") }),
      undated > 0 && make("span", { className: "quiet", textContent: `+ ${words.count("timeline.undated", undated)}` }),
      (from || to) && button("link", showAll, words.get("timeline.all")));
  }

  function draw() {
    if (!bins.length) {
      box.replaceChildren(make("p", { className: "quiet", textContent: words.get("timeline.none") }));
      return;
    }
    const { sums, undated } = tally();
    const most = Math.max(1, ...sums.map(({ n }) => n));
    const ends = brushed();
    drawing = svg("svg", { class: "bars", viewBox: `0 0 ${bins.length} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      sums.map((sum, at) => bar(sum, at, most, ends)));
    drawing.addEventListener("pointerdown", press);
    const hasFocus = document.activeElement?.id === "play";
    const toggle = button("icon", () => (playing === null ? play() : stop()));
    toggle.id = "play";
    box.replaceChildren(toggle, make("div", { className: "track" },
      caption(undated),
      make("div", { className: "brush" }, drawing, handle("from", ends), handle("to", ends)),
      ticks()));
    drawPlay();
    if (hasFocus) toggle.focus();
  }

  function changed(now, before) {
    const keys = ["off", "actor", "from", "to", "datedOnly", "score", "lang"];
    if (keys.some((key) => now[key] !== before[key])) draw();
  }

  function start() {
    readDates();
    makeBins();
    window.addEventListener("resize", draw);
    state.on(changed);
    draw();
  }

  return Object.freeze({ start });
})();
