// Sentences of the article, word for word, each linked to where it stands.
import type { AtLeastOne, Passage } from '../../../server/contract.ts'
import type { Scene } from '../../scene.ts'

/** Passages of two entries have a title each. */
export const isOfOne = (passages: AtLeastOne<Passage>) => passages.every(({ entry }) => entry === passages[0].entry)

export const Passages = ({ scene, passages }: { scene: Scene; passages: AtLeastOne<Passage> }) => {
  const [{ lang }] = passages
  return (
    <>
      {lang !== scene.chat.lang && <p class="aside">{scene.copy.articleIsIn[lang]}</p>}
      {passages.map((passage) => (
        <figure key={passage.url + passage.text}>
          {!isOfOne(passages) && <h3 lang={scene.chat.lang}>{passage.title}</h3>}
          <blockquote lang={passage.lang} dir="auto">
            {passage.text}
          </blockquote>
          {passage.url && (
            <figcaption>
              <SourceLink scene={scene} passage={passage} />
            </figcaption>
          )}
        </figure>
      ))}
    </>
  )
}

/** On the article's own page the link scrolls there; from anywhere else it opens a tab, so that the chat is not lost. */
const SourceLink = ({ scene, passage }: { scene: Scene; passage: Passage }) => {
  const [page] = passage.url.split('#')
  const isThisPage = page === location.href.split('#')[0]
  return (
    <a
      href={passage.url}
      onClick={() => isThisPage && scene.chat.frame.makeWay()}
      target={isThisPage ? undefined : '_blank'}
      rel="noopener"
    >
      {scene.copy.from} <q lang={passage.lang}>{passage.section}</q>
      {!isThisPage && <span class="unseen"> {scene.copy.opensTab}</span>}
    </a>
  )
}
