import { bound } from '../lib/bound.mjs';

/**
 * What people may expect, as ratios of one run, since no two machines are alike. The limits were set before anything was
 * measured. What some of them compare was changed after the first runs, which had counted the portal's own polls and the
 * first reading of the past as the viewers', and read lists while the portal looked at each change for the first time. A ratio
 * that could not be measured fails.
 */
export function boundsOf(measured) {
  return [
    ...listBounds(measured),
    ...budgetBounds(measured),
    ...openBounds(measured),
    ...browserBounds(measured),
  ];
}

const ratio = (a, b, column) => a[column] / b[column];

function listBounds({ lists: { few, many } }) {
  const rows = many.requests / few.requests;
  return [
    bound(
      // A row may cost what a row costs, and none more because there are others.
      'list: p50 of many ÷ p50 of few, per row',
      ratio(many, few, 'p50 ms') / rows,
      1,
    ),
    bound(
      // What was read once is kept: who comes second waits for half as long at most.
      'list: p50 warm ÷ first read',
      many['p50 ms'] / many['cold ms'],
      0.5,
    ),
    bound(
      // Fifty pages ask five times a second: nobody should wait for the others.
      'list: p50 with 50 viewers ÷ with 1',
      many['50 viewers p50'] / many['p50 ms'],
      2,
    ),
    bound(
      // Text of rows that are alike packs to a fifth.
      'list: bytes on the wire ÷ unpacked',
      many['gzip KiB'] / many.KiB,
      0.2,
    ),
    bound(
      // A page that asks again and finds nothing new should be told so, and no more.
      'list: bytes of an answer that nothing changed ÷ of the list',
      many['unchanged bytes'] / (many['gzip KiB'] * 1024),
      0.02,
    ),
  ];
}

function budgetBounds({ budget, naive }) {
  const { nobody, told, polled, firstDay } = budget;
  // Without what the portal asks by itself.
  const own = row => row['calls/min'] - nobody['calls/min'];
  const [one, fifty] = polled;
  const looksPerMinute = 60 / firstDay['page asks each s'];
  const naivePerMinute =
    naive['calls of a look'] * looksPerMinute * firstDay.viewers;
  return [
    bound(
      // However many look, GitHub is asked as if it were one; the rest is where the window cuts a read.
      'GitHub: calls with 50 viewers ÷ with 1',
      own(fifty) / own(one),
      1.15,
    ),
    bound(
      'GitHub: calls of 50 viewers ÷ those of a page that asks for itself',
      firstDay['calls/min'] / naivePerMinute,
      0.02,
    ),
    bound(
      // A page that is told of changes asks a sixth as often as one that is not, and should cost about as little.
      'GitHub: calls of a viewer who is told of changes ÷ of one who is not',
      own(told[0]) / own(one),
      0.25,
    ),
    bound(
      // Half is left for all else that uses the token on the first day of a large repository.
      'GitHub: share of 5,000 calls an hour while the past is read for the first time',
      firstDay['% of 5,000/h'] / 100,
      0.5,
    ),
    // The same token is used by the catalog, the forms, and whatever else the company has.
    ...[told[1], fifty].flatMap(row => [
      bound(
        `GitHub: share of 5,000 calls an hour, 50 viewers asking each ${row['page asks each s']} s`,
        row['% of 5,000/h'] / 100,
        0.1,
      ),
      bound(
        `GitHub: share of 900 calls a minute, 50 viewers asking each ${row['page asks each s']} s`,
        row['% of 900/min'] / 100,
        0.1,
      ),
    ]),
  ];
}

function openBounds({ opens: { short, long } }) {
  return [
    bound(
      // What a page reads again and again has a summary of the plan, whose size is no matter.
      'open: p50 of the detail with 2,000 resources ÷ with 20',
      ratio(long, short, 'detail p50'),
      2,
    ),
    bound(
      'open: bytes of the detail with 2,000 resources ÷ with 20',
      ratio(long, short, 'detail gzip B'),
      1.5,
    ),
    bound(
      // A hundred times as much is written: a fifth of that, since most of a small answer is the way to it.
      'open: p50 of the plan with 2,000 resources ÷ with 20',
      ratio(long, short, 'plan p50'),
      20,
    ),
    bound(
      'open: GitHub calls of the first open with 2,000 resources ÷ with 20',
      ratio(long, short, 'first calls'),
      1.2,
    ),
  ];
}

function browserBounds({ lists, opens, files }) {
  const { few, many } = lists;
  const { short, long } = opens;
  const pages = [
    ['list', few.browser, many.browser],
    ['plan', short.browser, long.browser],
  ];
  return [
    ...pages.flatMap(([name, small, large]) => [
      bound(
        // Only what is in sight is drawn; the rest is more to read.
        `${name}: shown and clicked, large ÷ small`,
        ratio(large, small, 'clicked ms'),
        2,
      ),
      bound(
        `${name}: worst key while filtering, large ÷ small`,
        ratio(large, small, 'key worst ms'),
        3,
      ),
      bound(
        // People feel what takes longer than a tenth of a second; filtering may take as long on a machine like this.
        `${name}: longest stop while filtering the large one ÷ 200 ms`,
        large['longest stop ms'] / 200,
        1,
      ),
      bound(
        `${name}: share of frames longer than 50 ms while scrolling the large one`,
        large['slow frames %'] / 100,
        0.05,
      ),
    ]),
    bound(
      'files: share of frames longer than 50 ms while scrolling',
      files.browser['slow frames %'] / 100,
      0.05,
    ),
  ];
}
