// The physical limit with Preact: launcher, panel, styles and one fetch in a single file. Nothing asked of ours is in it.
import { render } from 'preact'

const css = `button,input{font:16px sans-serif;min-height:48px}.open{position:fixed;right:20px;bottom:20px}
[role=dialog]{position:fixed;right:20px;bottom:80px;width:360px;height:480px;background:#fff;border:1px solid;display:flex;flex-direction:column}
[role=log]{flex:1;overflow:auto}`
const host = document.createElement('floor-chat')
const root = host.attachShadow({ mode: 'open' })
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
root.adoptedStyleSheets = [sheet]
document.body.append(host)

let isOpen = false
let lines: readonly string[] = []
const ask = async (question: string) => {
  lines = [...lines, question]
  draw()
  const body = JSON.stringify({ question })
  const text = await fetch('/api/ask', { method: 'POST', body }).then(
    (response) => response.text(),
    () => 'Sorry',
  )
  lines = [...lines, text]
  draw()
}
const toggle = () => {
  isOpen = !isOpen
  draw()
}
const draw = () =>
  render(
    <>
      <button type="button" class="open" onClick={toggle}>
        Ask us
      </button>
      {isOpen && (
        <div role="dialog" aria-label="Chat">
          <div role="log">
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <input
            aria-label="Your question"
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') ask(currentTarget.value)
            }}
          />
        </div>
      )}
    </>,
    root,
  )
draw()
