import { formatField, placed, valueAt } from './codec.ts';
import { formatFiles, parseFiles } from './files-codec.ts';
import type { ListPage, Page, PageCodec } from './page-types.ts';
import { entryStep, questionStep, stepsIn } from './steps.ts';

/** How a page stands for its part of the referral, and back: by each of its questions, unless it has a codec of its own. */
export function codecOf(page: Page): PageCodec {
  return page.kind === 'list' ? listCodec(page) : (page.codec ?? questionsCodec(page));
}

function questionsCodec(page: Extract<Page, { kind: 'questions' }>): PageCodec {
  return {
    parse: (answers) => questionStep(page, answers).fields.map((field) => placed(field, answers)),
    format: (body) => Object.assign({}, ...page.fields.map((field) => formatField(field, body))),
  };
}

/** Every entry has its names among the answers, typed or not, so that it counts as one. */
function listCodec(page: ListPage): PageCodec {
  return {
    parse: (answers) =>
      stepsIn(page, answers).flatMap(({ fields, index }) => {
        const at = `${page.root}[${index}]`;
        const files = page.hasFiles ? parseFiles(at, answers) : [];
        return [{ path: at, value: {} }, ...fields.map((field) => placed(field, answers)), ...files];
      }),
    format: (body) => {
      const list = valueAt(body, page.root);
      const entries: readonly unknown[] = Array.isArray(list) ? list : [];
      const typed = entries.flatMap((_, index) => {
        const fields = entryStep(page, index).fields.map((field) => ({
          [field.path]: '',
          ...formatField(field, body),
        }));
        return page.hasFiles ? [...fields, formatFiles(`${page.root}[${index}]`, body)] : fields;
      });
      return Object.assign({}, ...typed);
    },
  };
}
