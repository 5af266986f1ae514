import { lettersAndDigits } from '#domain/values/characters.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { browserOf, markAnew } from '../../access/browser-mark.ts';
import { codeTrouble, codeWords } from '../../access/code-words.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { tryAtDoor } from '../../access/knock.ts';
import { MINE, prove } from '../../access/mailbox-door.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { ReferralDeps } from '../deps.ts';
import { codePage } from './door-pages.ts';

/** POST: the right code opens the list, in the browser that asked for it. It opens no referral. */
export function postMineCode(deps: ReferralDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const mailbox = foldedMailbox(form.fields.mailbox ?? '');
    const asker = form.fields.asker ?? '';
    const code = lettersAndDigits(form.fields.code ?? '');
    if (code === '') return codePage(deps, { mailbox, asker, problem: codeWords.missing });
    if (!/^\d{6}$/.test(code)) return codePage(deps, { mailbox, asker, problem: codeWords.format });
    const browser = browserOf(deps, request, MINE.cookie);
    const knock = browser === undefined ? undefined : { door: MINE, typed: mailbox, browser };
    const tried = await tryAtDoor(deps, knock, { code, asker });
    if (tried.kind === 'WAIT') return codePage(deps, { mailbox, asker, againAt: tried.againAt });
    if (tried.kind !== 'RIGHT' || !knock) {
      const problem = codeTrouble(tried.kind === 'RIGHT' ? { kind: 'EXPIRED' } : tried);
      return codePage(deps, { mailbox, asker, problem });
    }
    const mark = markAnew(deps, MINE.cookie);
    await prove(deps, { ...knock, browser: mark.browser });
    const gained = { audience: 'REFERRER', holder: { mailbox }, lists: true, isProven: true } as const;
    const cookie = await gainRights(deps, request, gained);
    return seeOther(absoluteUrl(deps.baseUrl, '/referral/mine/list'), [cookie, mark.cookie]);
  };
}
