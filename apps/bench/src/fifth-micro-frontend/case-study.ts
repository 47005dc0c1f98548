import type { CaseStudy } from '../report/case-study.ts';
import { markdownTable } from '../report/markdown-table.ts';
import type { Addition } from './study.ts';

/** Tells of the addition of a fifth micro-frontend. */
export function additionStudy({ built, sources, seen }: Addition): CaseStudy {
  const changed = built.changed.length + sources.changed.length;
  const section = [
    introduction,
    markdownTable(
      ['files of the others', 'before', 'changed or gone', 'added'],
      [
        ['the shop as it is served', String(built.files), String(built.changed.length), String(built.added.length)],
        [
          'sources of shell, cart, checkout, profile, services and contracts',
          String(sources.files),
          String(sources.changed.length),
          String(sources.added.length),
        ],
      ],
    ),
    `Added was ${built.added.map((file) => `\`${file}\``).join(', ')}. In Chromium, on the page with all the others:`,
    [...seen, 'no error is thrown on the page'].map((sentence) => `- ${sentence}`).join('\n'),
    remark,
  ].join('\n\n');
  const claim = {
    text: 'A fifth micro-frontend changes no file of the others',
    measured: `${changed} of ${built.files + sources.files} files`,
    holds: changed === 0,
  };
  return { claims: [claim], charts: [], section };
}

const introduction = `## A fifth micro-frontend

The script copies the shop as it was built last, builds a wish list (React, its own copy of Busbar, the contracts of the shop) into a folder of its own beside
the others, serves the copy and uses it in Chromium: a wish is put into the cart, and the wish list says how many are there. All files
are compared by content before and after.`;

const remark = `What the page needs is to load it: one line, a script tag for the module \`micro-frontends/wish-list/wish-list.js\`, which the server puts into
the HTML that it sends. That line belongs to whoever deploys the page, and is counted here as nobody's file. A micro-frontend that the shell is to mount and
unmount on a route of its own is named in the shell's import map and in its list of applications, too: two lines in two files of the shell, and still none of
another micro-frontend.`;
