// The same limit split: a launcher without a framework, and the one-file floor fetched at the click.
const host = document.createElement('floor-launcher')
const root = host.attachShadow({ mode: 'open' })
const sheet = new CSSStyleSheet()
sheet.replaceSync('button{font:16px sans-serif;min-height:48px;position:fixed;right:20px;bottom:20px}')
root.adoptedStyleSheets = [sheet]
const button = document.createElement('button')
button.textContent = 'Ask us'
button.onclick = () => import(/* @vite-ignore */ new URL('one-file.js', location.href).href)
root.append(button)
document.body.append(host)

export {}
