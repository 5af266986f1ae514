import { demoUsers } from './users.ts';

const asText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** One page of the provider, plain, as people at a council would meet one that is not ours. */
export function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(title)} – Example work accounts</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 34rem; padding: 1rem; color: #1b1b1b; background: #fff; }
button { font: inherit; display: block; width: 100%; text-align: left; padding: 0.75rem; margin: 0 0 0.5rem; border: 2px solid #3b3b6d; background: #fff; color: #1b1b4d; border-radius: 4px; cursor: pointer; }
button:focus { outline: 3px solid #b58900; }
small { display: block; color: #4a4a4a; }
</style>
</head>
<body>
<main>
<h1>${asText(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** Whom to sign in as; no password, because everyone here is invented. */
export function choicePage(action: string): string {
  const buttons = demoUsers.map(
    ({ id, name, mailbox }) =>
      `<button name="user" value="${id}">${asText(name)}<small>${asText(mailbox)}</small></button>`,
  );
  const form = `<form method="post" action="${asText(action)}">\n${buttons.join('\n')}\n<button name="cancel" value="yes">Do not sign in</button>\n</form>`;
  return page('Choose a work account', `<p>Everyone here is invented.</p>\n${form}`);
}

/** `form`: the hidden form that the provider made. */
export function signOutPage(form: string): string {
  return page(
    'Sign out of your work account',
    `${form}\n<button form="op.logoutForm" name="logout" value="yes">Sign out</button>\n<button form="op.logoutForm">Stay signed in</button>`,
  );
}
