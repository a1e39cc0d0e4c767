import type { Vector } from './vectors.ts'

const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo wu za ben dor fal gim hon kur lin mar nel'.split(
  ' ',
)

/** Five sentences of words that no other number has, so that no two pages are taken for the same article. */
export function paragraph(at: number, salt: number): string {
  let state = at * 977 + salt
  const syllable = () => {
    // The linear congruential generator of Numerical Recipes.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return SYLLABLES[(state >>> 16) % SYLLABLES.length]
  }
  const sentence = () =>
    `The ${Array.from({ length: 9 }, () => `${syllable()}${syllable()}${syllable()}`).join(' ')}.`
  return Array.from({ length: 5 }, sentence).join(' ')
}

export const titleOf = (at: number): string => `Quay ${at} votes on pilot fees`

/** A page with an article, in the middle of which the vector stands. */
export function pageOf({ markup }: Vector, at: number): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${titleOf(at)}</title></head><body><article>
<h1>${titleOf(at)}</h1><p>By Jane Roe</p><p>July 17, 2025</p>
<p>${paragraph(at, 3)}</p>
<div>${markup}</div>
<p>${paragraph(at, 5)}</p></article></body></html>`
}

/** An export of wallabag, in which everything that an article states is a vector. */
export const statedBy = (vectors: readonly Vector[]): string =>
  JSON.stringify(
    vectors.map(({ markup }, at) => ({
      title: `Field ${at} ${markup}`,
      url: `https://quay.example/field/${at}`,
      content: `<p>${paragraph(at, 7)}</p><p>${paragraph(at, 11)}</p>`,
      tags: [markup],
      published_by: [markup],
      is_archived: 0,
      is_starred: 0,
      created_at: '2025-07-17T08:00:00+0000',
      annotations: [{ quote: paragraph(at, 7).slice(0, 60), text: markup }, { text: markup }],
    })),
  )
