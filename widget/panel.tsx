// The panel's chunk: everything until the first question. Draws the panel and calls the talk chunk when it is needed.
import { render } from 'preact'
import type { Lang } from '../server/contract.ts'
import type { Chat, EventName, Talk } from './chat.ts'
import { PanelView } from './components/PanelView.tsx'
import { COPY } from './copy.ts'
import { createFrame } from './frame.ts'
import css from './panel.css?inline'
import type { Panel, Seat } from './seat.ts'
import { STORAGE_KEY } from './seat.ts'
import { readSettings } from './settings.ts'

export const mountPanel = (seat: Seat): Panel => {
  const { host, root, lang, phone, setting } = seat
  const mount = document.createElement('div')
  const announce = (name: EventName) => host.dispatchEvent(new CustomEvent(`clinic-chat:${name}`, { bubbles: true }))
  const draw = () => render(<PanelView chat={chat} />, mount)
  const frame = createFrame({ seat, mount, draw, announce })

  const loadTalk = async (): Promise<Talk> => {
    if (chat.talk) return chat.talk
    const { createTalk } = await import('./talk.tsx')
    // Two questions may both have waited for the chunk: the first of them creates the talk.
    const talk = chat.talk ?? createTalk({ chat: () => chat, adopt })
    change({ talk })
    return talk
  }

  const adopt = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  const send = async (question: string, keepDraft = false) => {
    if (!question.trim()) return
    change({ delivery: 'on-its-way' })
    try {
      const talk = await loadTalk()
      change({ delivery: 'none', draft: keepDraft ? chat.draft : '' })
      talk.send(question.trim())
    } catch {
      // The words go back to, or stay in, the composer; the foot has the phone.
      change({ delivery: 'impossible', draft: chat.draft || question })
    }
  }

  let chat: Chat = {
    seat,
    lang,
    phone,
    copy: COPY[lang],
    settings: readSettings(setting, announcedToday(lang)),
    frame,
    draft: '',
    talk: undefined,
    delivery: 'none',
    type: (draft) => change({ draft }),
    send,
    startOver: () => chat.talk?.startOver(),
    announce,
    draw,
  }
  const change = (part: Partial<Chat>) => {
    chat = { ...chat, ...part }
    draw()
  }

  const prepareTalk = () => {
    loadTalk().catch(() => {})
  }

  root.append(mount)
  adopt(css)
  draw()
  // A conversation goes on from the page before; it may have a crisis bar to show.
  if (isStored()) prepareTalk()

  const open = () => {
    frame.open()
    // After the panel has been painted: the next thing a visitor does is ask.
    setTimeout(prepareTalk)
  }
  return {
    open,
    close: frame.close,
    ask: (question) => {
      open()
      send(question, true)
    },
    reset: () => chat.startOver(),
    moved: frame.moved,
    unmount: () => {
      chat.talk?.end()
      frame.end()
      render(null, mount)
      mount.remove()
    },
  }
}

/** By the visitor's own calendar, which is the clinic's but for travellers. */
const announcedToday = (lang: Lang) =>
  ANNOUNCEMENT && !(ANNOUNCEMENT.until && isoDay(new Date()) > ANNOUNCEMENT.until) ? ANNOUNCEMENT[lang] : null

/** "2026-11-23": Swedish writes its dates so. */
const isoDay = (date: Date) => date.toLocaleDateString('sv')

const isStored = () => {
  try {
    return Boolean(sessionStorage[STORAGE_KEY])
  } catch {
    return false // A page without storage throws at the mere mention of it.
  }
}
