// The panel's place on the page: opening, closing, focus, the phone's keyboard, and what must not leak into the page.
import type { EventName } from './chat.ts'
import type { Seat } from './seat.ts'

/** Below these the panel is a sheet over the whole screen, and modal; above, it stands beside the page. */
const SHEET = '(max-width: 480px), (max-height: 480px)'

/** Below the highest there is, which some pages keep for their own alarms. */
const ABOVE_THE_PAGE = '2147483000'

/** What a visitor does in here is none of the page's business: neither its shortcuts' nor its analytics'. */
const KEPT_INSIDE = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'copy', 'cut'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'focusin', 'focusout', 'click', 'dblclick'],
  ...['contextmenu', 'pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'mouseover'],
  ...['touchstart', 'touchmove', 'touchend', 'wheel'],
]

/** Tools that record sessions leave out what carries these. */
const BLOCK_CLASSES = ['rr-block', 'sentry-block', 'ph-no-capture', 'fs-exclude']
const BLOCK_ATTRIBUTES = ['data-hj-suppress', 'data-clarity-mask', 'data-private', 'data-recording-disable']

export interface FrameParts {
  readonly seat: Seat
  readonly mount: HTMLElement
  readonly draw: () => void
  readonly announce: (name: EventName) => void
}

export interface Frame {
  open(): void
  close(): void
  /** Puts the focus where a visitor begins. */
  focus(): void
  isOpen(): boolean
  prefersDark(): boolean
  pageDirection(): 'ltr' | 'rtl'
  /** Whether launcher and panel are in the left corner. */
  isAtLeft(): boolean
  /** Out of the document and in again, a modal dialog is one no more: shows it anew. */
  moved(): void
  /** A sheet over the whole page closes, so that the page can be seen. */
  makeWay(): void
  /** Puts the beginning of a turn at the top of the transcript. Never scrolls the page, as scrollIntoView would. */
  reveal(turn: number): void
  /** Takes back every listener outside the panel's own elements. */
  end(): void
}

export const createFrame = ({ seat, mount, draw, announce }: FrameParts): Frame => {
  const life = new AbortController()
  const { signal } = life
  const { host, root, launcher } = seat
  const wasHidden = launcher.hidden
  const sheet = matchMedia(SHEET)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let opened = false

  const mark = () => {
    host.classList.add(...BLOCK_CLASSES)
    for (const name of BLOCK_ATTRIBUTES) host.setAttribute(name, 'true')
  }
  mark()
  for (const type of KEPT_INSIDE)
    root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true })

  const pageDirection = () => (getComputedStyle(host).direction === 'rtl' ? 'rtl' : 'ltr')
  const part = <Part extends HTMLElement>(selector: string) => mount.querySelector<Part>(selector)
  const dialog = () => part<HTMLDialogElement>('dialog')

  const showDialog = () => {
    const it = dialog()
    if (it?.open) it.close()
    // A modal dialog lies above everything on the page and keeps the focus in: right for a sheet, rude for a window.
    if (sheet.matches) it?.showModal()
    else it?.show()
    fitToKeyboard()
  }

  /** The phone's keyboard shrinks the visual viewport alone; a sheet as high as the layout would hide the composer. */
  const fitToKeyboard = () => {
    const { style } = dialog() ?? {}
    const view = visualViewport
    style?.setProperty('--view-height', opened && sheet.matches && view ? `${view.height}px` : '')
    style?.setProperty('--view-top', opened && sheet.matches && view ? `${view.offsetTop}px` : '')
  }

  /** On a phone the focus in the composer would bring the keyboard up uninvited; the heading has it then. */
  const focus = () =>
    ((matchMedia('(pointer: fine)').matches && part('textarea')) || part('h2'))?.focus({ preventScroll: true })

  /** Opened, the panel lies above the page's headers; closed, the launcher stays below a cookie banner. */
  const raise = (layer: string) => {
    if (!seat.setting('layer')) host.style.setProperty('--clinic-chat-layer', layer)
  }

  const open = () => {
    if (opened) return
    opened = true
    raise(ABOVE_THE_PAGE)
    draw()
    showDialog()
    launcher.hidden = true
    launcher.ariaExpanded = 'true'
    focus()
    announce('open')
  }

  const close = () => {
    if (!opened) return
    opened = false
    raise('')
    launcher.hidden = wasHidden
    launcher.ariaExpanded = 'false'
    // The dialog gives the focus back to whoever had it, if that is still there.
    const hadFocus = Boolean(root.activeElement)
    dialog()?.close()
    if (
      hadFocus &&
      (!root.activeElement || mount.contains(root.activeElement)) &&
      document.activeElement === document.body
    )
      launcher.focus()
    draw()
    announce('close')
  }

  sheet.addEventListener('change', () => opened && showDialog(), { signal })
  dark.addEventListener('change', draw, { signal })
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, fitToKeyboard, { signal })

  return {
    open,
    close,
    focus,
    isOpen: () => opened,
    prefersDark: () => dark.matches,
    pageDirection,
    isAtLeft: () => {
      const side = seat.setting('side')
      return side === 'left' || (pageDirection() === 'rtl' && side !== 'right')
    },
    moved: () => {
      // The launcher dresses its host anew each time it is put on a page.
      mark()
      if (!opened) return
      raise(ABOVE_THE_PAGE)
      showDialog()
    },
    makeWay: () => {
      if (sheet.matches) close()
    },
    reveal: (id) => {
      const log = part('[role=log]')
      // Of a card what was replied, not what was asked: its numbers are to be seen without scrolling, on a small phone too.
      const turn = part(`[data-turn="${id}"] .card`)?.parentElement ?? part(`[data-turn="${id}"]`)
      if (log && turn) log.scrollTop = turn.offsetTop - log.offsetTop - 8
    },
    end: () => {
      close()
      life.abort()
    },
  }
}
