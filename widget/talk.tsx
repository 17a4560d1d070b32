// The talk chunk: asking, drawing and keeping the conversation. Fetched once the panel has been opened.
import { createAnswering } from './answering.ts'
import type { Talk, TalkParts } from './chat.ts'
import { CrisisBar } from './components/CrisisBar.tsx'
import { TurnView } from './components/TurnView.tsx'
import type { Happening, Turn } from './conversation.ts'
import { cardOf, EMPTY, historyFor, IDLE_MS, reduce } from './conversation.ts'
import { withPhone } from './overrides.ts'
import { adviceOn } from './settings-advice.ts'
import { restore, save } from './stored.ts'
import css from './talk.css?inline'
import { TALK_COPY } from './talk-copy.ts'

/** A reply that takes less than this comes without a waiting state: a flicker would only disturb. */
const WAITING_SHOWN_MS = 150

export const createTalk = ({ chat, adopt }: TalkParts): Talk => {
  const { seat, lang, phone, frame, announce, draw } = chat()
  const { setting, base } = seat
  const copy = TALK_COPY[lang]
  const ownHandoff = { message: copy.handoff, phone, hours: null, links: [] }
  const override = setting('phone') ? phone : null
  const answering = createAnswering({
    // The page's own fetch of that moment: some pages wrap it.
    wire: { fetch: (...request) => fetch(...request), random: Math.random },
    server: base,
    loadSafety: () => import('./safety.ts'),
    ...(savesData() ? {} : { loadOffline: () => import('./offline.ts') }),
    handoff: ownHandoff,
  })
  let conversation = { ...EMPTY, ...restore(Date.now()) }
  let lastAt = Date.now()
  let idle = setTimeout(() => forget(), IDLE_MS)
  const life = new AbortController()

  const happen = (happening: Happening) => {
    conversation = reduce(conversation, happening)
    draw()
    if (happening.type === 'waited') return
    lastAt = Date.now()
    save(conversation, lastAt)
    clearTimeout(idle)
    idle = setTimeout(forget, IDLE_MS)
  }

  /** A page that was asleep comes back with its timers late; so the clock is looked at, too, when it is seen again. */
  const forget = () => {
    if (conversation.turns.length > 0 && Date.now() - lastAt >= IDLE_MS) happen({ type: 'cleared' })
  }

  const settle = async ({ id, asked }: Pick<Turn, 'id' | 'asked'>) => {
    const waiting = setTimeout(() => happen({ type: 'waited', id }), WAITING_SHOWN_MS)
    const outcome = await answering.answer({ question: asked, locale: lang, history: historyFor(conversation) })
    clearTimeout(waiting)
    happen({ type: 'settled', id, outcome: withPhone(outcome, override) })
    frame.reveal(id)
    // The request itself was at fault: the words go back to be put differently, unless others stand there by now.
    if (outcome.at === 'failed' && outcome.fault === 'refused' && !chat().draft) chat().type(asked)
    whenIdle(answering.prepareSafety)
    if (outcome.at !== 'replied') return
    // Alike for every kind: a page must not learn from it that there was a card.
    announce('reply')
    whenIdle(answering.prepareOffline)
  }

  /** "I'm fine", after a card: thanked, not argued with and not sent. The card is put away, the bar stays. */
  const takeBack = (id: number, cards: readonly Turn[]) => {
    const spoken = cards.map(cardOf).at(-1)?.lang ?? lang
    for (const card of cards) happen({ type: 'folded', id: card.id, folded: true })
    happen({ type: 'settled', id, outcome: { at: 'thanked', lang: spoken, handoff: ownHandoff } })
    frame.reveal(id)
    announce('reply')
  }

  adopt(css)
  document.addEventListener('visibilitychange', forget, { signal: life.signal })
  for (const line of adviceOn(setting, (window as { clinicChat?: object }).clinicChat ?? {})) console.warn(line)
  whenIdle(answering.prepareSafety)

  return {
    hasTurns: () => conversation.turns.length > 0,
    crisisBar: () =>
      conversation.cards > 0 ? (
        <CrisisBar copy={copy} spoken={chat().copy.spoken988} cards={conversation.cards} />
      ) : null,
    view: () => (
      <>
        {conversation.turns.map((turn, index) => (
          <TurnView
            key={turn.id}
            turn={turn}
            before={conversation.turns.slice(0, index)}
            isNewest={index === conversation.turns.length - 1}
            scene={{
              chat: chat(),
              copy,
              ownHandoff,
              fold: (folded) => happen({ type: 'folded', id: turn.id, folded }),
              retry: () => {
                happen({ type: 'retried', id: turn.id })
                settle(turn)
              },
            }}
          />
        ))}
      </>
    ),
    send: (asked) => {
      const id = (conversation.turns.at(-1)?.id ?? 0) + 1
      happen({ type: 'asked', id, question: asked })
      frame.reveal(id)
      announce('ask')
      const cards = conversation.turns.filter((turn) => cardOf(turn) && !turn.folded)
      if (cards.length > 0 && answering.isDenial(asked)) takeBack(id, cards)
      else settle({ id, asked })
    },
    startOver: () => happen({ type: 'cleared' }),
    end: () => {
      life.abort()
      clearTimeout(idle)
    },
  }
}

/** Safari has no requestIdleCallback. A page that is never idle has to bear it all the same. */
const whenIdle = (then: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(then, { timeout: 1000 }) : setTimeout(then)

const savesData = () => Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData)
