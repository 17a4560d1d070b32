// Files as clinics have them → articles: three real ones, built differently, and the files that cannot be read.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../knowledge/article.ts'
import { articleFile, articleId } from '../../../knowledge/import/article-file.ts'
import { MAX_BYTES, readDocument } from '../../../knowledge/import/read-document.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/articles/${name}`, import.meta.url))

async function imported(bytes: Uint8Array, name: string) {
  const read = await readDocument(bytes, name)
  if (read.kind === 'refused') throw new Error(read.what)
  const { document } = read
  const text = articleFile(document)
  return { document, text, sections: parseArticle(document.title, text.replace(/^---\n[\s\S]*?\n---\n/, '')) }
}
const headings = ({ sections }: Awaited<ReturnType<typeof imported>>) => sections.map(({ heading }) => heading)
const sentences = ({ sections }: Awaited<ReturnType<typeof imported>>) =>
  sections.flatMap((section) => section.sentences.map(({ text }) => text))

describe('a long page saved from a browser', () => {
  test('gives its text by headings, without menus, banners, side columns and related posts', async () => {
    const page = await imported(fixture('first-visit.html'), 'first-visit.html')
    expect(page.document).toMatchObject({
      title: 'Your First Visit, Start to Finish',
      url: 'https://harborlight.example/patients/your-first-visit/',
      lang: 'en',
    })
    expect(headings(page)).toHaveLength(15)
    expect(headings(page)).toContain('What to bring') // its class says "share", its words do not
    expect(headings(page)).toContain('Parking') // a box inside the text
    expect(sentences(page)).toContain('A light blanket or a sweater, because the rooms are kept cool.')
    expect(sentences(page).join(' ')).not.toMatch(/cookies|Newsletter|made-up|Five ways/)
  })

  test('names the headings it left out', async () => {
    const page = await imported(fixture('first-visit.html'), 'first-visit.html')
    expect(page.document.leftOut).toEqual(['You may also like'])
  })
})

describe('a Word file full of tables', () => {
  test('gives a section for each heading and a line for each row', async () => {
    const word = await imported(fixture('times-and-lists.docx'), 'times-and-lists.docx')
    expect(headings(word)).toEqual([
      'Getting Ready for an Infusion: Times and Lists',
      'When to stop eating and drinking',
      'Morning medicines',
      'How long each step takes',
      'After the infusion',
      'What we lend you',
    ])
    expect(sentences(word)).toContain('Toast, cereal or fruit: Six hours before the infusion.')
  })
})

describe('a text without headings', () => {
  test('stays one section, named after the file, a paragraph for each block of lines', async () => {
    const text = await imported(fixture('sleep-and-anxiety.txt'), 'sleep-and-anxiety.txt')
    expect(headings(text)).toEqual(['Sleep and anxiety'])
    expect(sentences(text)).toHaveLength(30)
    expect(sentences(text)).toContain(
      'A short night makes the body more alert the next day, and an alert body finds it harder to fall asleep the following evening.',
    )
  })

  test('takes short lines that stand alone for headings, and the first for the title', async () => {
    const text = await imported(bytesOf('Good nights\n\nSleep well.\n\nNaps?\n\nShort ones. * A star.\n'), 'a.txt')
    expect(text.document.title).toBe('Good nights')
    expect(headings(text)).toEqual(['Good nights', 'Naps?'])
    expect(sentences(text)).toEqual(['Sleep well.', 'Short ones.', '* A star.'])
  })
})

describe('other ways of writing', () => {
  test('bold lines are headings where there are no others', async () => {
    const page = await imported(bytesOf('**Parking**\n\nIt is **free**.\n\n**Not a heading.**\n'), 'a.md')
    expect(headings(page)).toEqual(['A', 'Parking'])
    expect(sentences(page)).toEqual(['It is free.', 'Not a heading.'])
  })

  test('questions of an accordion are headings', async () => {
    const html = `<main><h1>FAQ</h1>${['One', 'Two', 'Three'].map((name) => `<details><summary>${name}?</summary><p>The answer to ${name} is long enough, with commas, to be text for anyone who reads it.</p></details>`).join('')}</main>`
    expect(headings(await imported(bytesOf(html), 'faq.html'))).toEqual(['FAQ', 'One?', 'Two?', 'Three?'])
  })

  test('a covers: line above its text stays a line of its own', async () => {
    const { sections } = await imported(bytesOf('# FAQ\n\n## Cost?\ncovers: cost\nIt costs.\n'), 'faq.md')
    expect(sections[1]).toMatchObject({ covers: ['cost'], sentences: [{ text: 'It costs.' }] })
  })

  test('older Windows programs and UTF-16 are read', async () => {
    expect(sentences(await imported(Buffer.from('Un caf\u00e9 is fine.', 'latin1'), 'a.txt'))).toEqual([
      'Un café is fine.',
    ])
    expect(sentences(await imported(Buffer.from('\ufeffIt is fine.', 'utf16le'), 'a.txt'))).toEqual(['It is fine.'])
  })

  test('a Spanish text is known for one', async () => {
    const { document } = await imported(
      bytesOf('El sueño es importante para la salud y se cuida con la rutina.'),
      'a.txt',
    )
    expect(document.lang).toBe('es')
  })

  test('what looks like Markdown in plain text, and in a title, stays what it is', async () => {
    const text = await imported(
      bytesOf('K\\MD: notes\n\n1) At K\\MD we use # and [x]. 5 * 3 is 15, _so_ there.\n'),
      'a.txt',
    )
    expect(text.document.title).toBe('K\\MD: notes')
    expect(sentences(text).join(' ')).toBe('At K\\MD we use # and [x]. 5 * 3 is 15, _so_ there.')
  })
})

describe('what is written', () => {
  test('waits: no date of approval, and no address that nobody has given', async () => {
    const { text } = await imported(bytesOf('It is fine.'), 'some-thing.txt')
    expect(text).toMatch(/^---\ntitle: Some thing\nurl: #.*\nlang: en\n(#.*\n)+approvedOn:\n---\n/)
  })

  test('is named after its title', () => {
    expect(articleId('Your First Visit: What’s Next? Été')).toBe('your-first-visit-whats-next-ete')
    expect(articleId('¿?')).toBe('article')
  })
})

describe('what cannot be read says why, and what to do', () => {
  test.each([
    ['empty.md', bytesOf(''), 'the file is empty'],
    ['blank.txt', bytesOf(' \n '), 'the file is empty'],
    ['scan.pdf', bytesOf('%PDF-1.7'), 'it is a PDF, which cannot be read as text'],
    ['photo.html', Uint8Array.of(0xff, 0xd8, 0xff, 0), 'it is a picture, which cannot be read as text'],
    [
      'locked.docx',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
      'it is an old Word file (.doc), or one locked with a password',
    ],
    ['zip.docx', bytesOf('PK\u0003\u0004other'), 'it is a compressed folder, which cannot be read as text'],
    ['text.docx', bytesOf('text'), 'it is named .docx but is no Word file'],
    ['noise.txt', Uint8Array.of(65, 0, 1, 2), 'it does not hold text'],
    ['sheet.csv', bytesOf('a,b'), '“sheet.csv” is of a kind that is not known here'],
    ['heads.md', bytesOf('# One\n\n## Two\n'), 'there is no text in it besides headings'],
    ['nothing.html', bytesOf('<html><body> </body></html>'), 'no text was found on the page'],
    ['huge.txt', new Uint8Array(MAX_BYTES + 1), 'the file has 20 MB'],
  ])('%s', async (name, bytes, what) => {
    expect(await readDocument(bytes, name)).toMatchObject({ kind: 'refused', what })
  })

  test('a Word file that was cut off', async () => {
    const cut = fixture('times-and-lists.docx').subarray(0, 900)
    expect(await readDocument(cut, 'cut.docx')).toMatchObject({
      kind: 'refused',
      what: expect.stringContaining('the Word file is broken'),
    })
  })
})
