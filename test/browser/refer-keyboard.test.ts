import { expect, it } from 'vitest';
import { answers as fewest } from '#test/http/form/world.ts';
import { move } from '#test/system/window.ts';
import { sendWords } from '#web/form/check/words.ts';
import { SAVE_BUTTON, TASKS_BUTTON } from '#web/form/engine/words.ts';
import { ADD_BUTTON } from '#web/form/files/words.ts';
import { pdf } from './documents.ts';
import { referenceOn } from './form.ts';
import { typist } from './keyboard.ts';
import { stage } from './stage.ts';

const at = stage();

/** How the list of tasks names the pages to which its links lead. */
const tasks = {
  you: 'You and your organisation',
  agreement: 'The parents’ agreement',
  child: 'The child',
  home: 'The child’s home and home visits',
  setting: 'Nursery, childminder or pre-school',
  health: 'Health and physical needs',
};

it('a referral is filled in and sent by the keyboard alone, with the focus in sight at every stop', async () => {
  const page = await at.newPage();
  const { unseen, tabTo, press, answer } = typist(page);
  const fill = async (path: string) => {
    for (const [name, text] of Object.entries(fewest[path] ?? {})) await answer(name, text);
    await press(SAVE_BUTTON, 'BUTTON');
  };
  await page.goto(`${at.service.url}/refer`);
  await answer('who', 'professional');
  await press('Continue', 'BUTTON');
  const address = page.url().replace(/\/risk$/, '');
  await fill('risk');
  const toTasks = async () => {
    if (page.url().endsWith('/other-help')) await press('Back to the list of tasks', 'A');
    else if (page.url() !== address) await press(TASKS_BUTTON, 'BUTTON');
  };
  for (const [path, task] of Object.entries(tasks)) {
    await toTasks();
    await press(task, 'A');
    await fill(path);
  }
  await toTasks();
  await press('Parents and carers', 'A');
  await press('Add a parent or carer', 'A');
  await fill('parents/1');
  await toTasks();
  await press('How was development assessed?', 'A');
  await fill('tool');
  await fill('ages');
  await press('Continue', 'A');
  await toTasks();
  await press('Documents about the child’s development', 'A');
  await press('Add a document', 'A');
  await fill('evidence/1');
  // The window of the computer in which a file is chosen is not the page's own.
  await tabTo('the file', ({ type }) => type === 'file');
  await page.locator(':focus').setInputFiles(pdf);
  await press(ADD_BUTTON, 'BUTTON');
  await press('Continue', 'A');
  await press('Check your answers', 'A');
  await move(at.service, { advance: 'PT10M' });
  await answer('declared', 'yes');
  await press(sendWords.button, 'BUTTON');
  expect(await referenceOn(page)).toMatch(/^[2-9A-Z]{11}$/);
  expect(unseen).toEqual([]);
});
