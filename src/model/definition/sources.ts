/** Where equations and constants come from. 'model' marks what is ours. */
export const SOURCES = {
  reynolds: 'Reynolds A et al. 2006, J Theor Biol 242:220-236; BioModels BIOMD0000000714',
  dobreva: 'Brady R et al. 2018; Dobreva A et al. 2021, J Physiol: human endotoxin cytokine kinetics',
  frey: 'Frey N et al. 2010, J Clin Pharmacol 50:754-766',
  krzyzanski: 'Krzyzanski W et al. 2021: dexamethasone pharmacokinetics, 6 mg',
  nishimoto: 'Nishimoto N et al. 2008, Blood 112:3959-3964',
  stein: 'Stein AM et al. 2019, CPT Pharmacometrics Syst Pharmacol 8:285-295',
  severinghaus: 'Severinghaus JW 1979, J Appl Physiol 46:599-602',
  vincent: 'Vincent JL et al. 1996, Intensive Care Med 22:707-710 (SOFA)',
  berlin: 'ARDS Definition Task Force 2012, JAMA 307:2526-2533',
  crp: 'CRP kinetics, textbook values (half-life 19 h)',
  physiology: 'Textbook physiology (GFR 100 mL/min, body water 42 L, SBP-DBP relation)',
  model: 'This model: fitted or chosen here, see docs/model.md',
} as const;
