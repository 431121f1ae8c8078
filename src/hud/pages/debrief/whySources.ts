/** Where the sentences that say why come from. Titles, journals and addresses stay as they are in every language. */

export interface Source {
  readonly text: string;
  /** An address of the web, or of a place of this page; absent where there is none. */
  readonly url?: string;
}

const doi = (id: string): string => `https://doi.org/${id}`;

export const WHY_SOURCES = {
  abraham1998: {
    text: 'Abraham E et al. (NORASEPT II). Double-blind randomised controlled trial of monoclonal antibody to human tumour necrosis factor in treatment of septic shock. Lancet 1998;351:929-933.',
    url: doi('10.1016/S0140-6736(05)60602-2'),
  },
  actt1: {
    text: 'Beigel JH et al. (ACTT-1). Remdesivir for the treatment of Covid-19. N Engl J Med 2020;383:1813-1826.',
    url: doi('10.1056/NEJMoa2007764'),
  },
  activ1: {
    text: "O'Halloran JA et al. (ACTIV-1 IM). Abatacept, cenicriviroc, or infliximab for treatment of adults hospitalized with COVID-19 pneumonia. JAMA 2023;330:328-339.",
    url: doi('10.1001/jama.2023.11043'),
  },
  adrenal: {
    text: 'Venkatesh B et al. (ADRENAL). Adjunctive glucocorticoid therapy in patients with septic shock. N Engl J Med 2018;378:797-808.',
    url: doi('10.1056/NEJMoa1705835'),
  },
  bajwa2024: {
    text: 'Bajwa A et al. Siltuximab for chimeric antigen receptor T-cell therapy related CRS and ICANS: a multicenter retrospective analysis. Blood Adv 2024.',
    url: doi('10.1182/bloodadvances.2024013688'),
  },
  balance: {
    text: 'BALANCE Investigators. Antibiotic treatment for 7 versus 14 days in patients with bloodstream infections. N Engl J Med 2025;392:1065-1078.',
    url: doi('10.1056/NEJMoa2404991'),
  },
  bone1987: {
    text: 'Bone RC et al. A controlled clinical trial of high-dose methylprednisolone in the treatment of severe sepsis and septic shock. N Engl J Med 1987;317:653-658.',
    url: doi('10.1056/NEJM198709103171101'),
  },
  boyle2021: {
    text: 'Boyle AJ et al. Hyperoxaemia and hypoxaemia are associated with harm in patients with ARDS. BMC Pulm Med 2021;21:285.',
    url: doi('10.1186/s12890-021-01648-7'),
  },
  capeCod: {
    text: 'Dequin PF et al. (CAPE COD). Hydrocortisone in severe community-acquired pneumonia. N Engl J Med 2023;388:1931-1941.',
    url: doi('10.1056/NEJMoa2215145'),
  },
  corticus: {
    text: 'Sprung CL et al. (CORTICUS). Hydrocortisone therapy for patients with septic shock. N Engl J Med 2008;358:111-124.',
    url: doi('10.1056/NEJMoa071366'),
  },
  covAid: {
    text: 'Declercq J et al. (COV-AID). Effect of anti-interleukin drugs in patients with COVID-19 and signs of cytokine release syndrome. Lancet Respir Med 2021;9:1427-1438.',
    url: doi('10.1016/S2213-2600(21)00377-5'),
  },
  debrief: { text: 'How the debrief is made: docs/debrief.md in the source of the game.' },
  diorio2022: {
    text: 'Diorio C et al. Anakinra utilization in refractory pediatric CAR T-cell associated toxicities. Blood Adv 2022;6:3398-3403.',
    url: 'https://ashpublications.org/bloodadvances/article/6/11/3398/484638',
  },
  epicHr: {
    text: 'Hammond J et al. (EPIC-HR). Oral nirmatrelvir for high-risk, nonhospitalized adults with Covid-19. N Engl J Med 2022;386:1397-1408.',
    url: doi('10.1056/NEJMoa2118542'),
  },
  evans2021: {
    text: 'Evans L et al. Surviving Sepsis Campaign: international guidelines 2021. Intensive Care Med 2021;47:1181-1247.',
    url: doi('10.1007/s00134-021-06506-y'),
  },
  factt: {
    text: 'ARDS Clinical Trials Network (FACTT). Comparison of two fluid-management strategies in acute lung injury. N Engl J Med 2006;354:2564-2575.',
    url: doi('10.1056/NEJMoa062200'),
  },
  gazeau2023: {
    text: 'Gazeau N et al. Anakinra for refractory cytokine release syndrome or neurotoxicity after CAR T-cell therapy. Transplant Cell Ther 2023;29:430-437.',
    url: doi('10.1016/j.jtct.2023.04.001'),
  },
  goldman2020: {
    text: 'Goldman JD et al. Remdesivir for 5 or 10 days in patients with severe Covid-19. N Engl J Med 2020;383:1827-1837.',
    url: doi('10.1056/NEJMoa2015301'),
  },
  hamilton2023: {
    text: 'Hamilton FW et al. Therapeutic potential of IL6R blockade for the treatment of sepsis and sepsis-related death: a Mendelian randomisation study. PLoS Med 2023;20:e1004174.',
    url: doi('10.1371/journal.pmed.1004174'),
  },
  hill2018: {
    text: 'Hill JA et al. Infectious complications of CD19-targeted chimeric antigen receptor-modified T-cell immunotherapy. Blood 2018;131:121.',
    url: 'https://ashpublications.org/blood/article/131/1/121/107692',
  },
  hypress: {
    text: 'Keh D et al. (HYPRESS). Effect of hydrocortisone on development of shock among patients with severe sepsis. JAMA 2016;316:1775-1785.',
    url: doi('10.1001/jama.2016.14799'),
  },
  idealIcu: {
    text: 'Barbar SD et al. (IDEAL-ICU). Timing of renal-replacement therapy in patients with acute kidney injury and sepsis. N Engl J Med 2018;379:1431-1442.',
    url: doi('10.1056/NEJMoa1803213'),
  },
  kalil2016: {
    text: 'Kalil AC et al. Management of adults with hospital-acquired and ventilator-associated pneumonia. Clin Infect Dis 2016;63:e61-e111.',
    url: doi('10.1093/cid/ciw353'),
  },
  kangelaris2016: {
    text: 'Kangelaris KN et al. Timing of intubation and clinical outcomes in adults with acute respiratory distress syndrome. Crit Care Med 2016;44:120-129.',
    url: doi('10.1097/CCM.0000000000001359'),
  },
  kumar2006: {
    text: 'Kumar A et al. Duration of hypotension before initiation of effective antimicrobial therapy. Crit Care Med 2006;34:1589-1596.',
    url: doi('10.1097/01.CCM.0000217961.75225.E9'),
  },
  langford2020: {
    text: 'Langford BJ et al. Bacterial co-infection and secondary infection in patients with COVID-19: a living rapid review and meta-analysis. Clin Microbiol Infect 2020;26:1622-1629.',
    url: doi('10.1016/j.cmi.2020.07.016'),
  },
  lansbury2019: {
    text: 'Lansbury L et al. Corticosteroids as adjunctive therapy in the treatment of influenza. Cochrane Database Syst Rev 2019, Issue 2: CD010406.',
    url: doi('10.1002/14651858.CD010406.pub3'),
  },
  le2018: {
    text: 'Le RQ et al. FDA approval summary: tocilizumab for treatment of chimeric antigen receptor T cell-induced severe or life-threatening cytokine release syndrome. Oncologist 2018;23:943-947.',
    url: doi('10.1634/theoncologist.2018-0028'),
  },
  highFlow2021: {
    text: 'Mellado-Artigas R et al. High-flow nasal oxygen in patients with COVID-19-associated acute respiratory failure. Crit Care 2021;25:58.',
    url: doi('10.1186/s13054-021-03469-w'),
  },
  ospina2021: {
    text: 'Ospina-Tascón GA et al. Effect of high-flow oxygen therapy vs conventional oxygen therapy on invasive mechanical ventilation and clinical recovery in patients with severe COVID-19. JAMA 2021;326:2161-2171.',
    url: doi('10.1001/jama.2021.20714'),
  },
  pinetree: {
    text: 'Gottlieb RL et al. (PINETREE). Early remdesivir to prevent progression to severe Covid-19 in outpatients. N Engl J Med 2022;386:305-315.',
    url: doi('10.1056/NEJMoa2116846'),
  },
  prins1995: {
    text: 'Prins JM et al. Antibiotic-induced endotoxin release in patients with gram-negative urosepsis. J Infect Dis 1995;172:886-891.',
    url: 'https://research.vumc.nl/en/publications/antibiotic-induced-endotoxin-release-in-patients-with-gram-negati',
  },
  qiu2013: {
    text: 'Qiu P et al. Antitumor necrosis factor therapy is associated with improved survival in clinical sepsis trials: a meta-analysis. Crit Care Med 2013;41.',
    url: doi('10.1097/CCM.0b013e3182982add'),
  },
  recoveryBaricitinib: {
    text: 'RECOVERY Collaborative Group. Baricitinib in patients admitted to hospital with COVID-19. Lancet 2022;400:359-368.',
    url: doi('10.1016/S0140-6736(22)01109-6'),
  },
  recoveryDex: {
    text: 'RECOVERY Collaborative Group. Dexamethasone in hospitalized patients with Covid-19. N Engl J Med 2021;384:693-704.',
    url: doi('10.1056/NEJMoa2021436'),
  },
  recoveryHighDose: {
    text: 'RECOVERY Collaborative Group. Higher dose corticosteroids in patients admitted to hospital with COVID-19 who are hypoxic but not requiring ventilatory support. Lancet 2023;401:1499-1507.',
    url: doi('10.1016/S0140-6736(23)00510-X'),
  },
  recoveryNirmatrelvir: {
    text: 'RECOVERY Collaborative Group. Molnupiravir or nirmatrelvir-ritonavir plus usual care versus usual care alone in patients admitted to hospital with COVID-19. Lancet Infect Dis 2025.',
    url: doi('10.1016/S1473-3099(25)00093-3'),
  },
  recoveryToci: {
    text: 'RECOVERY Collaborative Group. Tocilizumab in patients admitted to hospital with COVID-19. Lancet 2021;397:1637-1645.',
    url: doi('10.1016/S0140-6736(21)00676-0'),
  },
  santomasso2021: {
    text: 'Santomasso BD et al. Management of immune-related adverse events in patients treated with chimeric antigen receptor T-cell therapy: ASCO guideline. J Clin Oncol 2021;39:3978-3992.',
    url: doi('10.1200/JCO.21.01992'),
  },
  sepsispam: {
    text: 'Asfar P et al. (SEPSISPAM). High versus low blood-pressure target in patients with septic shock. N Engl J Med 2014;370:1583-1593.',
    url: doi('10.1056/NEJMoa1312173'),
  },
  seymour2017: {
    text: 'Seymour CW et al. Time to treatment and mortality during mandated emergency care for sepsis. N Engl J Med 2017;376:2235-2244.',
    url: doi('10.1056/NEJMoa1703058'),
  },
  shakoory2016: {
    text: 'Shakoory B et al. Interleukin-1 receptor blockade is associated with reduced mortality in sepsis patients with features of macrophage activation syndrome. Crit Care Med 2016;44:275-281.',
    url: doi('10.1097/CCM.0000000000001402'),
  },
  solidarity: {
    text: 'WHO Solidarity Trial Consortium. Remdesivir and three other drugs for hospitalised patients with COVID-19: final results. Lancet 2022;399:1941-1953.',
    url: doi('10.1016/S0140-6736(22)00519-0'),
  },
  starrtAki: {
    text: 'STARRT-AKI Investigators. Timing of initiation of renal-replacement therapy in acute kidney injury. N Engl J Med 2020;383:240-251.',
    url: doi('10.1056/NEJMoa2000741'),
  },
  strati2021: {
    text: 'Strati P et al. Prognostic impact of corticosteroids on efficacy of chimeric antigen receptor T-cell therapy in large B-cell lymphoma. Blood 2021;137:3272-3276.',
    url: doi('10.1182/blood.2020008865'),
  },
  topp2021: {
    text: 'Topp MS et al. Earlier corticosteroid use for adverse event management in patients receiving axicabtagene ciloleucel for large B-cell lymphoma. Br J Haematol 2021;195:388-398.',
    url: doi('10.1111/bjh.17673'),
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof WHY_SOURCES;
