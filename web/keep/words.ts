/** How long a browser keeps what was typed, at most. */
export const KEPT_HOURS = 12;

/** What the script of a form says; each sentence stands in the page and is shown when it is true. */
export const keepWords = {
  offline: 'There is no connection',
  offlineKept: `You can continue. What you type in this form stays on this device until it is saved, for up to ${KEPT_HOURS} hours.`,
  held: 'Not saved. There is no connection',
  heldKept: `What you typed stays on this device for up to ${KEPT_HOURS} hours. When you have signal, press the button again.`,
  notKept: 'Not saved. This browser cannot keep what you typed',
  notKeptHow: 'Leave this page open. When you have signal, press the button again.',
  back: 'You are connected again. Press the button to save',
  checking: 'Checking the connection',
  restored: 'What you typed on this device is back in this form. It is not saved yet.',
  clear: 'Clear what I typed',
  leftover: 'You typed this on this device, and the page has changed since. Check whether it is saved.',
  remove: 'Remove it from this device',
} as const;
