// <clinic-chat>: the launcher, drawn without a framework, and the phone for when the panel cannot be had.
import type { Source } from './config.ts'
import css from './launcher.css?inline'
import { LAUNCHER_COPY } from './launcher-copy.ts'
import type { Panel, PanelModule } from './seat.ts'
import { STORAGE_KEY } from './seat.ts'

const make = <Tag extends 'a' | 'b' | 'button' | 'p' | 'section'>(
  tag: Tag,
  properties: object,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const link = (text: string, href: string) => make('a', { href }, text)

/** A page has one <clinic-chat>, so its parts are held here and not in the class. */
export const defineElement = ({ setting, base }: Source) => {
  /** On its way or there; resolves to nothing when it could not be had, so that nobody waits for it in vain. */
  let panel: Promise<Panel | undefined> | undefined
  let home: HTMLElement | undefined
  let query = ''
  const lang = /^es/i.test(setting('lang') || document.documentElement.lang || navigator.language) ? 'es' : 'en'
  const [label, call, crisis, emergency] = LAUNCHER_COPY[lang]
  const typed = setting('phone')
  const phone = typed ? { display: typed, href: `tel:${typed.replace(/[^+\d]/g, '')}` } : CLINIC_PHONE

  let host: ClinicChat
  let root: ShadowRoot

  const load = () => {
    if (setting('mode') !== 'call-only')
      panel ??= import(/* @vite-ignore */ new URL(PANEL_CHUNK + query, base).href)
        .then(({ mountPanel }: PanelModule) => mountPanel({ host, root, launcher, setting, base, lang, phone }))
        .catch(() => {
          // A browser may remember that a module could not be had; with another query it is another module.
          query += '?'
          panel = undefined
          return panel
        })
    return panel
  }

  const launcher = make(
    'button',
    {
      hidden: setting('launcher') === 'hidden',
      onclick: () => host.toggle(),
      // Reaching for the launcher starts the loading, so that the click finds the panel there.
      onfocus: load,
      onpointerenter: load,
    },
    setting('label') || (setting('mode') === 'call-only' ? call + phone.display : label),
  )

  /** The phone, 988 and 911: meanwhile, in place of a panel that does not come, and for mode "call-only". */
  const box = make(
    'section',
    { hidden: true, ariaLabel: CLINIC_NAME },
    make('b', {}, CLINIC_NAME),
    make('p', {}, setting('notice') || ''),
    link(call + phone.display, phone.href),
    make('p', {}, crisis, link('988', 'tel:988'), emergency, link('911', 'tel:911'), '.'),
  )

  const showBox = (shown: boolean) => {
    box.hidden = !shown
    launcher.ariaExpanded = `${shown}`
  }

  const use = (act: (panel: Panel) => void) => {
    // The style sheet keeps the box invisible for the moment that a panel usually needs.
    showBox(true)
    load()?.then((it) => {
      if (!it) return
      showBox(false)
      act(it)
    })
  }

  class ClinicChat extends HTMLElement {
    constructor() {
      super()
      host = this
      root = this.attachShadow({ mode: 'closed' })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [sheet]
      root.append(launcher, box)
    }

    connectedCallback() {
      panel?.then((it) => it?.moved())
      home = document.body
      this.lang = lang
      this.className = `${setting('side')}`
      for (const name of ['color', 'layer', 'offset'] as const)
        this.style.setProperty(`--clinic-chat-${name}`, setting(name))
      // A conversation that goes on from the page before may have a crisis bar to show. Without storage this throws.
      try {
        if (sessionStorage[STORAGE_KEY]) load()
      } catch {}
    }

    disconnectedCallback() {
      // Turbo and its kind replace the whole body: come along. A page that removes the element alone wants it gone.
      setTimeout(() => {
        if (this.isConnected) return
        if (document.body !== home) document.body.append(this)
        else {
          panel?.then((it) => it?.unmount())
          panel = home = undefined
        }
      })
    }

    open() {
      use((it) => it.open())
    }
    close() {
      showBox(false)
      panel?.then((it) => it?.close())
    }
    toggle() {
      if (launcher.ariaExpanded === 'true') this.close()
      else this.open()
    }
    ask(question: string) {
      use((it) => it.ask(question))
    }
    reset() {
      panel?.then((it) => it?.reset())
    }
  }
  customElements.define('clinic-chat', ClinicChat)
}
