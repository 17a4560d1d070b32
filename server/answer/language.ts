// Which language a visitor writes: Spanish when its own words outnumber those of English, else English.
import type { Lang } from '../contract.ts'

const SPANISH = new Set(
  `que como cuando donde cual cuanto cuanta cuesta es el la los las un una de del en con para por mi me se lo su al y o si
  no hay puedo tengo quiero ayuda ansiedad ketamina tratamiento clinica hola gracias buenos buenas dias tardes noches esto
  esta muy mas pero porque hacer hace tiene tienen estoy soy son sirve funciona dura duele medico doctor cita pastillas
  miedo necesito usted ustedes vida muero morir matarme suicidio respira respirar pega demasiadas tome papa mama esposo`.split(
    /\s+/,
  ),
)
const ENGLISH = new Set(
  `the is are was a an of to in on for with and or it this that i you he she we they my your do does did can could will
  would what how when where why who which not have has had be been if so about me just get am at from there`.split(
    /\s+/,
  ),
)
/** Words that stand in both lists' languages decide nothing. */
const BOTH = new Set(['me', 'no', 'a', 'son', 'doctor'])

/** @param words normalised words, accents removed. */
export function languageOf(words: readonly string[], locale?: Lang): Lang {
  let spanish = 0
  let english = 0
  for (const word of words) {
    if (BOTH.has(word)) continue
    if (SPANISH.has(word)) spanish++
    if (ENGLISH.has(word)) english++
  }
  if (spanish === english) return locale ?? 'en'
  return spanish > english ? 'es' : 'en'
}
