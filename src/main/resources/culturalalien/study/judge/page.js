'use strict';
(() => {
  const AHEAD = 2; // pairs on the page: the one shown, and the next with its pictures loaded
  const REST = 250; // ms after showing in which a second tap is no answer
  const SEEN = 220; // ms for which a choice is shown
  const TIMEOUT = 10000;
  const SLOWEST = 8000;

  const byId = id => document.getElementById(id);
  const main = byId('pair');
  const buttons = { LEFT: byId('left'), TIE: byId('tie'), RIGHT: byId('right') };
  const random = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0'))
      .join('');

  // ---- What must outlive the page: who judges, and answers that are not acknowledged yet.

  const store = (() => {
    try {
      localStorage.setItem('probe', '1');
      localStorage.removeItem('probe');
      return localStorage;
    } catch (e) { // forbidden: then it lasts as long as the page
      const map = new Map();
      return {
        getItem: k => map.get(k) ?? null,
        setItem: (k, v) => map.set(k, v),
        removeItem: k => map.delete(k),
      };
    }
  })();
  const PREFIX = 'unsent.';
  let last = 0;
  // Each under a key of its own, so that two tabs do not overwrite each other's.
  const outbox = Object.keys(store).filter(k => k.startsWith(PREFIX)).sort()
    .map(key => ({ key, body: JSON.parse(store.getItem(key)) }));
  const tab = random(); // two tabs of one judge get different pairs
  let judge = store.getItem('judge');
  if (!judge) begin();

  function begin() {
    judge = random();
    try { store.setItem('judge', judge); } catch (e) { /* full: lasts as long as the page */ }
  }

  // ---- State

  let pairs = []; // the first is shown
  let past = []; // answered since the page was opened or handed over, to undo
  const broken = []; // pairs whose pictures the server does not have
  let judged = null; // as the server counted with the latest answer
  let shownAt = 0;
  let busy = false; // a choice is being shown
  let over = false;
  let asked = null;

  // ---- The server

  async function post(path, body) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT);
    try {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        keepalive: true, // an answer leaves even when the page is being closed
        signal: abort.signal,
      });
      if (!answer.ok) {
        throw Object.assign(new Error('HTTP ' + answer.status), { status: answer.status });
      }
      return await answer.json();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Does something until it is done, one at a time; again and again while the server is away. */
  function persistent(step) {
    let running = false;
    let wait = 0;
    let timer = 0;
    return async function run() {
      clearTimeout(timer);
      if (running) return;
      running = true;
      try {
        while (await step()) { wait = 0; }
        wait = 0;
      } catch (e) {
        wait = Math.min(SLOWEST, 2 * wait || 500);
        timer = setTimeout(run, wait * (0.75 + Math.random() / 2));
      } finally {
        running = false;
      }
      say('away', wait === 0 ? '' : outbox.length
        ? 'The server is away. Your answers are kept here and sent later.'
        : 'The server is away. The page goes on when it is back.');
    };
  }

  const send = persistent(async () => {
    const letter = outbox[0];
    if (!letter) return false;
    try {
      const told = await post('answer', letter.body);
      if (letter.body.judge === judge) judged = told.judged;
      store.removeItem(letter.key);
    } catch (e) {
      const refused = e.status >= 400 && e.status < 500 && e.status !== 408 && e.status !== 429;
      if (!refused) throw e;
      // It may be another session's: left in the store for the day when that is served again.
      console.warn('an answer was refused: ' + e.message);
    }
    outbox.shift();
    count();
    return true;
  });

  const fill = persistent(async () => {
    if (over || pairs.length >= AHEAD) return false;
    const asking = judge;
    const hand = [...pairs, ...broken, ...outbox.map(l => l.body).filter(b => b.id)]
      .map(p => ({ question: p.question, left: p.left.key ?? p.left, right: p.right.key ?? p.right }));
    const told = await post('pair', { judge: asking, tab, hand });
    if (asking !== judge) return true;
    // Not later: it may have been counted before an answer that was acknowledged since.
    judged ??= told.judged;
    count();
    if (!told.pair) {
      over = true;
      if (!pairs.length) show();
      return false;
    }
    try {
      await Promise.all([load(told.pair.left), load(told.pair.right)]);
    } catch (e) {
      if (!e.gone) throw e; // the server is away: the pair is asked for again
      broken.push(told.pair);
      if (broken.length > 50) throw e;
      return true;
    }
    if (asking !== judge) return true;
    pairs.push(told.pair);
    if (pairs.length === 1 && !busy) show();
    return true;
  });

  function enqueue(body) {
    last = Math.max(last + 1, Date.now());
    const letter = { key: PREFIX + last + '.' + random(), body };
    try { store.setItem(letter.key, JSON.stringify(body)); } catch (e) { /* full: kept below */ }
    outbox.push(letter);
    send();
  }

  // ---- Showing

  async function load(side) {
    if (side.concepts) return;
    for (const again of [true, false]) {
      side.image = new Image();
      side.image.alt = 'a work';
      side.image.draggable = false;
      side.image.src = 'works/' + side.key;
      try {
        return await side.image.decode();
      } catch (e) { // for good, or for as long as the server is away: then this throws, too
        const answer = await fetch(side.image.src,
          { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT) });
        if (answer.status >= 500) throw new Error('HTTP ' + answer.status);
        // It may have come back in this moment.
        if (!again || !answer.ok) throw Object.assign(e, { gone: true });
      }
    }
  }

  function say(id, text) {
    if (byId(id).textContent !== text) byId(id).textContent = text;
  }

  function count() {
    const unsent = outbox.filter(l => l.body.judge === judge)
      .reduce((n, l) => n + (l.body.id ? 1 : -1), 0);
    const n = Math.max(0, judged + unsent);
    say('count', n ? n + ' judged, thank you' : 'Your first impression is what counts');
    byId('undo').hidden = past.length === 0;
    byId('other').hidden = n === 0;
  }

  function place(button, side) {
    const exhibit = button.querySelector('.exhibit');
    button.classList.toggle('card', !!side.concepts);
    if (side.concepts) {
      exhibit.style.removeProperty('--ratio');
      exhibit.replaceChildren(...side.concepts.flatMap((concept, i) => {
        const line = document.createElement('span');
        line.textContent = concept;
        const comma = document.createElement('span');
        comma.className = 'unseen';
        comma.textContent = ', ';
        return i ? [comma, line] : [line];
      }));
    } else {
      exhibit.style.setProperty('--ratio', side.image.naturalWidth / side.image.naturalHeight);
      exhibit.replaceChildren(side.image);
    }
  }

  function ask(pair) {
    const title = byId('question');
    const [before, key, after] = pair.text.split('*');
    const em = document.createElement('em');
    em.textContent = key;
    title.replaceChildren(before, em, after);
    title.className = pair.question + (asked && asked !== pair.question ? ' changed' : '');
    asked = pair.question;
  }

  function show() {
    const pair = pairs[0];
    for (const button of Object.values(buttons)) button.classList.remove('chosen');
    main.className = pair ? '' : over ? 'over' : 'loading';
    byId('end').hidden = !!pair || !over;
    if (!pair) return;
    ask(pair);
    if (pair.left.concepts) { // neither card speaks louder than the other
      const sets = [pair.left.concepts, pair.right.concepts];
      const longest = Math.max(...sets.flat().map(concept => concept.length));
      main.style.setProperty('--words', Math.max(4, ...sets.map(set => set.length)));
      main.style.setProperty('--longest', longest);
    }
    place(buttons.LEFT, pair.left);
    place(buttons.RIGHT, pair.right);
    void main.offsetWidth; // so that the fade begins anew
    main.className = 'shown';
    shownAt = performance.now();
    say('spoken', '');
    say('spoken', 'A new pair. ' + byId('question').textContent);
  }

  // ---- Answering

  function answer(choice) {
    const pair = pairs[0];
    const seconds = (performance.now() - shownAt) / 1000;
    if (busy || !pair || seconds * 1000 < REST) return;
    busy = true;
    pairs.shift();
    const id = random();
    past.push({ id, pair });
    enqueue({
      id, judge, question: pair.question, left: pair.left.key, right: pair.right.key,
      answer: choice, seconds: Math.round(seconds * 1000) / 1000,
    });
    buttons[choice].classList.add('chosen');
    main.className = 'answered' + (choice === 'TIE' ? ' tied' : '');
    count();
    fill();
    setTimeout(() => { busy = false; show(); }, SEEN);
  }

  function undo() {
    if (busy || !past.length) return;
    const { id, pair } = past.pop();
    enqueue({ withdrawn: id, judge });
    pairs.unshift(pair);
    count();
    show();
  }

  function handOver() {
    begin();
    pairs = [];
    past = [];
    judged = null;
    over = false;
    count();
    show();
    fill();
  }

  for (const [choice, button] of Object.entries(buttons)) {
    button.addEventListener('click', event => {
      answer(choice);
      // The space bar means "can't tell" again, unless somebody tabbed here.
      if (event.detail > 0) button.blur();
    });
  }
  byId('undo').addEventListener('click', event => { undo(); if (event.detail) event.target.blur(); });
  byId('other').addEventListener('click', event => { handOver(); if (event.detail) event.target.blur(); });

  const KEYS = {
    ArrowLeft: () => answer('LEFT'),
    ArrowRight: () => answer('RIGHT'),
    ArrowDown: () => answer('TIE'),
    z: undo,
    Backspace: undo,
  };
  document.addEventListener('keydown', event => {
    const onButton = event.target instanceof HTMLButtonElement;
    const act = event.key === ' ' && !onButton ? KEYS.ArrowDown
      : KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!act || event.altKey || ((event.ctrlKey || event.metaKey) && !command)) return;
    event.preventDefault();
    if (!event.repeat) act();
  });

  for (const happening of ['online', 'focus', 'pageshow']) {
    addEventListener(happening, () => { send(); fill(); });
  }
  count();
  show();
  send();
  fill();
})();
