/** The sources behind the learn cards: each in one place, with the grade that goes with it. */

import type { LessonClaim } from "../shapes.ts";

type Source = Omit<LessonClaim, "text">;

/**
 * Every source a card may lean on, as far as the design’s evidence list gives it (E1-E26, and its table of
 * honest words). Where that list has no journal or pages, none are printed: a gap is better than a guess.
 * The grade belongs to the finding that the cards take from the source.
 */
export const from = {
  /** E1 */
  flynn: {
    source: "Flynn, F. J., & Lake, V. K. B. (2008). Journal of Personality and Social Psychology, 95, 128–143.",
    grade: "B",
  },
  /** E2 */
  bohns: { source: "Bohns, V. K. (2016). Current Directions in Psychological Science, 25, 119–123.", grade: "B" },
  /** E2 */
  roghanizad: {
    source: "Roghanizad, M. M., & Bohns, V. K. (2017). Journal of Experimental Social Psychology, 69, 223–226.",
    grade: "B",
  },
  /** E3 */
  zhao: { source: "Zhao, X., & Epley, N. (2022). Psychological Science, 33, 1708–1731.", grade: "B" },
  /** E4 */
  kardas: {
    source: "Kardas, Kumar & Epley (2022). Journal of Personality and Social Psychology, 122, 367–398.",
    grade: "B",
  },
  /** E5 */
  collins: { source: "Collins & Miller (1994). Psychological Bulletin, 116, 457–475.", grade: "A" },
  /** E6 */
  aron: { source: "Aron et al. (1997). Personality and Social Psychology Bulletin, 23, 363–377.", grade: "B" },
  /** E7 */
  craske: { source: "Craske et al. (2014). Behaviour Research and Therapy, 58, 10–23.", grade: "C" },
  /** E8 */
  mcmillan: { source: "McMillan & Lee (2010). Clinical Psychology Review, 30, 467–478.", grade: "C" },
  /** E8 */
  bennettLevy: {
    source: "Bennett-Levy (2003). Behavioural and Cognitive Psychotherapy, 31, 261–277.",
    grade: "C",
  },
  /** E9 */
  gollwitzer: {
    source: "Gollwitzer & Sheeran (2006). Advances in Experimental Social Psychology, 38, 69–119.",
    grade: "A",
  },
  /** E9; the evidence list names no journal. */
  sheeran: { source: "Sheeran, Listrom & Gollwitzer (2024).", grade: "A" },
  /** E10 */
  laborde: { source: "Laborde et al. (2022). Neuroscience and Biobehavioral Reviews, 138, 104711.", grade: "A" },
  /** E11 */
  shao: { source: "Shao et al. (2024). Mindfulness.", grade: "A" },
  /** E12 */
  ferrari: { source: "Ferrari et al. (2019). Mindfulness, 10, 1455–1473.", grade: "A" },
  /** E13 */
  holtLunstad2010: { source: "Holt-Lunstad et al. (2010). PLoS Medicine, 7, e1000316.", grade: "A" },
  /** E13 */
  holtLunstad2015: {
    source: "Holt-Lunstad et al. (2015). Perspectives on Psychological Science, 10, 227–237.",
    grade: "A",
  },
  /** E14 */
  baumel: { source: "Baumel et al. (2019). Journal of Medical Internet Research, 21, e14567.", grade: "A" },
  /** E15 */
  karyotaki: { source: "Karyotaki et al. (2021). JAMA Psychiatry, 78, 361–371.", grade: "A" },
  /** E17 */
  levy: { source: "Levy et al. (2018). Journal of Clinical Psychology, 74, 1996–2013.", grade: "A" },
  /** E18 */
  zhang: {
    source: "Zhang et al. (2022). Journal of Personality and Social Psychology, 123, 1089–1137.",
    grade: "A",
  },
  /** E19 */
  vogel: { source: "Vogel & Wei (2005). Journal of Counseling Psychology, 52, 347–357.", grade: "C" },
  /** E20 */
  girme: { source: "Girme et al. (2015). Journal of Personality and Social Psychology, 108, 450–475.", grade: "B" },
  /** E21 */
  frattaroli: { source: "Frattaroli (2006). Psychological Bulletin, 132, 823–865.", grade: "A" },
  /** E22; the evidence list names no journal. */
  opie: { source: "Opie et al. (2021).", grade: "A" },
  /** E22; the evidence list names no journal. */
  cyr: { source: "Cyr et al. (2010).", grade: "A" },
  /** E24 */
  woodworth: { source: "Woodworth et al. (2017). Journal of Clinical Psychology, 73, 218–232.", grade: "C" },
  /** E25; the evidence list names no journal. */
  ullman: { source: "Ullman (2003).", grade: "B" },
  /** E25 */
  chaudoir: { source: "Chaudoir & Fisher (2010). Psychological Bulletin, 136, 236–256.", grade: "B" },
  /** E26 */
  grossman2023: { source: "Grossman (2023). Biological Psychology.", grade: "D" },
  /** E26 */
  grossman2026: { source: "Grossman et al. (2026). Clinical Neuropsychiatry.", grade: "D" },
  /** The table of honest words, on cortisol; the evidence list names no journal. */
  miller: { source: "Miller, Chen & Zhou (2007).", grade: "D" },
} as const satisfies Readonly<Record<string, Source>>;
