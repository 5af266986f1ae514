// Keeps what staff type while there is no connection. It runs in the browser, on pages with forms marked `data-keep`. It
// sends nothing by itself: only a press of a button does. Hidden fields are never kept, so a form that is filled in again
// still carries the tokens and versions of the page as it is now.

/**
 * @typedef {[name: string, value: string, said: string]} Entered A field, its value, and how a person reads it.
 * @typedef {{ at: number, form: string, fields: Entered[], isPressed: boolean }} Kept
 * @typedef {Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>} Store
 */

const OURS = 'keep.';
const UNKEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'fieldset']);
const CHOICES = new Set(['radio', 'checkbox']);
const [SAY_AFTER_MS, PATIENCE_MS, HOUR_MS] = [1000, 8000, 3_600_000];

/** What is kept under a key; undefined where there is nothing, or nothing that can be read.
 * @param {Store} store @param {string} key @returns {Kept | undefined} */
export function readKept(store, key) {
  try {
    const kept = JSON.parse(store.getItem(key) ?? '');
    return Array.isArray(kept.fields) && Number.isFinite(kept.at) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of ours that begin like this.
 * @param {Store} store */
export function keysOf(store, beginning = OURS) {
  const keys = Array.from({ length: store.length }, (_, place) => store.key(place) ?? '');
  return keys.filter((key) => key.startsWith(beginning));
}

/** Removes what is too old, what cannot be read, and all that someone else typed.
 * @param {Store} store @param {{ who: string, now: number, hours: number }} given */
export function tidy(store, { who, now, hours }) {
  for (const key of keysOf(store)) {
    const kept = readKept(store, key);
    // A clock that was set back makes nothing last longer.
    const isFresh = kept !== undefined && Math.abs(now - kept.at) < hours * HOUR_MS;
    if (!isFresh || !key.startsWith(`${OURS}${who}.`)) store.removeItem(key);
  }
}

/** What stands in the fields of a form, or stood in them when the page came.
 * @param {Iterable<any>} fields
 * @param {'now' | 'atFirst'} when
 * @returns {Entered[]} */
export function enteredIn(fields, when) {
  return [...fields].flatMap(({ name, type, value, defaultValue, checked, defaultChecked, labels }) => {
    if (!name || UNKEPT.has(type)) return [];
    const text = when === 'now' ? value : defaultValue;
    if (!CHOICES.has(type)) return [[name, text, text]];
    return (when === 'now' ? checked : defaultChecked) ? [[name, value, labels?.[0]?.textContent.trim() ?? value]] : [];
  });
}

/** Puts it back into the fields that the form has now.
 * @param {Iterable<any>} fields
 * @param {readonly Entered[]} entered */
export function putBack(fields, entered) {
  for (const field of fields) {
    const own = entered.filter(([name]) => name === field.name);
    if (UNKEPT.has(field.type)) continue;
    if (CHOICES.has(field.type)) field.checked = own.some(([, value]) => value === field.value);
    else if (own[0] !== undefined) field.value = own[0][1];
  }
}

/** Whether two forms say the same, however a browser ends their lines.
 * @param {readonly Entered[]} one
 * @param {readonly Entered[]} other */
export function isSame(one, other) {
  const worth = (/** @type {readonly Entered[]} */ all) =>
    JSON.stringify(all.map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]));
  return worth(one) === worth(other);
}

function start(store, own) {
  const { keepWho, keepChild, keepHours, keepForms, keepSaved, keepTyped } = own.dataset;
  const place = `${OURS}${keepWho}.${keepChild}.`;
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll('form[data-keep]')]);
  const [sent, busy] = [new WeakSet(), new WeakSet()];
  const keyOf = ({ dataset }) => `${place}${dataset.keep}.${dataset.keepOver}`;
  const atFirst = (form) => enteredIn(form.elements, 'atFirst');

  /** Keeps what a form holds, and says whether it could. What the page came with is kept only where it is typed and not saved. */
  function keep(form, isPressed = false) {
    const fields = enteredIn(form.elements, 'now');
    try {
      if (!isPressed && keepTyped === undefined && isSame(fields, atFirst(form))) store.removeItem(keyOf(form));
      else store.setItem(keyOf(form), JSON.stringify({ at: Date.now(), form: form.dataset.keep, fields, isPressed }));
      return true;
    } catch {
      return false;
    }
  }

  function boxOf(what, onClear = () => {}) {
    /** @type {any} */
    const template = document.querySelector(`template[data-keep-says="${what}"]`);
    const box = template.content.firstElementChild.cloneNode(true);
    box.querySelector('[data-keep-clear]')?.addEventListener('click', () => {
      onClear();
      box.remove();
    });
    return box;
  }

  const said = (form) => form.querySelector('[data-keep-said]');
  /** Says one thing above the button of a form, in place of what was said there before. */
  function say(form, what) {
    const box = boxOf(what);
    box.dataset.keepSaid = what;
    const isRead = said(form) === document.activeElement;
    said(form)?.remove();
    form.querySelector('button:not([data-keep-clear])').before(box);
    if (isRead) box.focus();
    return box;
  }

  async function press(event) {
    const form = event.target;
    if (sent.has(form)) return;
    event.preventDefault();
    if (busy.has(form)) return;
    busy.add(form);
    const isKept = keep(form, true);
    const slow = setTimeout(() => say(form, 'checking'), SAY_AFTER_MS);
    const isReached = await reaches(own);
    clearTimeout(slow);
    busy.delete(form);
    if (!isReached) return say(form, isKept ? 'held' : 'unkept').focus();
    said(form)?.remove();
    sent.add(form);
    form.requestSubmit(event.submitter);
  }

  function restore(form) {
    const kept = readKept(store, keyOf(form));
    if (kept === undefined) return;
    const isHere = isSame(kept.fields, atFirst(form));
    putBack(form.elements, kept.fields);
    keep(form);
    if (isHere) return;
    form.closest('details')?.setAttribute('open', '');
    const clear = () => {
      form.reset();
      store.removeItem(keyOf(form));
    };
    form.prepend(boxOf('restored', clear));
  }

  /** What belongs to no form as it is now is shown beside, and put into none. */
  function showLeftover(key) {
    const kept = readKept(store, key);
    const form = forms.find(({ dataset }) => dataset.keep === kept?.form);
    if (form && isSame(kept?.fields ?? [], atFirst(form))) {
      store.removeItem(key);
      return keep(form);
    }
    const box = boxOf('leftover', () => store.removeItem(key));
    for (const [, , text] of kept?.fields.filter(([, , text]) => text.trim() !== '') ?? []) {
      const line = Object.assign(document.createElement('p'), { className: 'app-typed', textContent: text });
      box.querySelector('[data-keep-clear]').before(line);
    }
    own.before(box);
  }

  tidy(store, { who: keepWho, now: Date.now(), hours: Number(keepHours) });
  const savedNow = (kept) => keepSaved !== undefined && kept?.form === keepSaved && kept.isPressed;
  for (const key of keysOf(store, place).filter((one) => savedNow(readKept(store, one)))) store.removeItem(key);
  // Going back to this page later must not say once more that something was saved.
  if (keepSaved !== undefined) history.replaceState(null, '', location.pathname);
  const keys = forms.map(keyOf);
  const isOfPage = (key) => keepForms.split(' ').includes(readKept(store, key)?.form ?? '');
  forms.map(restore);
  for (const key of keysOf(store, place).filter((one) => !keys.includes(one) && isOfPage(one))) showLeftover(key);
  for (const form of forms) {
    form.addEventListener('input', () => keep(form));
    form.addEventListener('submit', press);
    addEventListener('pageshow', () => sent.delete(form));
    addEventListener('online', () => said(form) && say(form, 'back'));
  }
  addEventListener('offline', () => forms.slice(0, 1).map((form) => say(form, 'offline')));
  const out = document.querySelector('form[action$="/staff/sign-out"]');
  out?.addEventListener('submit', () => keysOf(store).map((key) => store.removeItem(key)));
}

/** Whether our service answers, and not a page of the network in between. */
async function reaches({ src, integrity }) {
  if (!navigator.onLine) return false;
  try {
    return (await fetch(src, { cache: 'no-store', integrity, signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

if (typeof document !== 'undefined') start(sessionStorage, document.querySelector('script[data-keep-who]'));
