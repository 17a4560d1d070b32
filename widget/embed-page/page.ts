// The embed page: reads the form, shows the snippet and the widget as it will be.
import type { Choice, Choices, Release } from './snippet.ts'
import {
  CHOICES,
  contrastWithPage,
  contrastWithText,
  newestRelease,
  readSnippet,
  writeNoscript,
  writePinnedSnippet,
  writeSnippet,
} from './snippet.ts'

const byId = <Element extends HTMLElement>(id: string) => document.getElementById(id) as Element // index.html has them all.

const src = new URL('../widget.js', location.href).href
const root = new URL('./', src).href
/** For the pinned file, which holds none. */
const PHONE = CLINIC_PHONE.display
const form = byId<HTMLFormElement>('choices')
const fields = new Map(
  CHOICES.map((name): [Choice, HTMLInputElement | HTMLSelectElement] => [name, byId<HTMLInputElement>(name)]),
)
const defaultColor = byId<HTMLInputElement>('color').value

/** There is one once somebody has run `npm run pin`. */
let release: Release | null = null

const choicesOf = (): Choices =>
  Object.fromEntries(
    [...fields].flatMap(([name, field]) => {
      const isChecked = field instanceof HTMLInputElement && field.type === 'checkbox'
      const value = isChecked ? (field.checked ? field.value : '') : field.value
      return value && !(name === 'color' && value === defaultColor) ? [[name, value]] : []
    }),
  )

const show = () => {
  const choices = choicesOf()
  byId('snippet').textContent = writeSnippet(src, choices)
  byId('without-script').textContent = writeNoscript(root, choices, CLINIC_PHONE)
  byId('snippet-for-tag-manager').textContent = writeSnippet(src, choices, 'address')
  byId('pinned').hidden = !release
  if (release) byId('pinned-snippet').textContent = writePinnedSnippet(root, release, choices, PHONE)
  showContrast(choices.color ?? defaultColor)
  const { length } = choices.notice ?? ''
  byId('notice-length').textContent = length > 0 ? `${length} of 120 characters` : ''
  const sample = byId<HTMLIFrameElement>('sample')
  const next = `sample.html?${new URLSearchParams({ ...choices })}`
  if (sample.getAttribute('src') !== next) sample.setAttribute('src', next)
}

const showContrast = (color: string) => {
  const { ratio, text } = contrastWithText(color)
  const onPage = contrastWithPage(color)
  byId('contrast').textContent =
    `The words on it will be ${text}, with a contrast of ${ratio.toFixed(1)} : 1.` +
    (onPage < 3 ? ' On a white page the button is hard to make out: a darker colour helps.' : '')
}

const fill = (choices: Choices) => {
  for (const [name, field] of fields) {
    const value = choices[name] ?? ''
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === field.value
    else field.value = name === 'color' ? value || defaultColor : value
  }
  show()
}

/** While somebody types, the sample is left alone. */
let pause: ReturnType<typeof setTimeout>
form.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(show, 400)
})
form.addEventListener('submit', (event) => event.preventDefault())

byId('read').addEventListener('click', () => {
  const choices = readSnippet(byId<HTMLTextAreaElement>('existing').value)
  byId('read-result').textContent = choices
    ? 'Read. Change what you like below.'
    : 'There is no tag of this chat in it. It looks like <script src="…/widget.js" async></script>.'
  if (choices) fill(choices)
})

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]'))
  button.addEventListener('click', async () => {
    const snippet = byId(button.dataset.copies ?? '')
    try {
      await navigator.clipboard.writeText(snippet.textContent ?? '')
      byId('copied').textContent = 'Copied.'
    } catch {
      // Without permission the text is selected, ready for the keyboard's own copy.
      getSelection()?.selectAllChildren(snippet)
      byId('copied').textContent = 'Selected: copy it with Ctrl+C or ⌘C.'
    }
  })

show()
fetch('../releases.json')
  .then(async (response) => {
    release = newestRelease(await response.json())
    show()
  })
  .catch(() => {}) // No list: nothing is pinned.
