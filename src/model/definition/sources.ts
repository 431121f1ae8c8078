/** Where equations and constants come from. 'model' marks what is ours. */
export const SOURCES = {
  reynolds: 'Reynolds A et al. 2006, J Theor Biol 242:220-236; BioModels BIOMD0000000714',
  dobreva:
    'Brady R et al. 2018, Math Model Nat Phenom 13:42; Dobreva A et al. 2021, J Physiol 599:1459-1485: human endotoxin cytokine kinetics',
  frey: 'Frey N et al. 2010, J Clin Pharmacol 50:754-766',
  krzyzanski:
    'Krzyzanski W et al. 2021, J Pharmacokinet Pharmacodyn, doi 10.1007/s10928-020-09730-z: dexamethasone 6 mg into muscle or by mouth, clearance and volumes relative to the bioavailability',
  derendorf: 'Derendorf H et al. 1991, J Clin Pharmacol 31:473-476: hydrocortisone in volunteers',
  remdesivir: 'Humeniuk R et al. 2021, Clin Pharmacokinet 60:569-583, and population analyses of remdesivir',
  meropenem: 'Population pharmacokinetics of meropenem in the critically ill; half-life 1.1 h',
  siltuximab: 'Nikoloudis G et al., population pharmacokinetics of siltuximab; 11 mg/kg',
  fasanmade: 'Fasanmade AA et al. 2009, Eur J Clin Pharmacol 65:1211-1228: infliximab',
  nishimoto: 'Nishimoto N et al. 2008, Blood 112:3959-3964',
  stein: 'Stein AM et al. 2019, CPT Pharmacometrics Syst Pharmacol 8:285-295',
  severinghaus: 'Severinghaus JW 1979, J Appl Physiol 46:599-602',
  vincent: 'Vincent JL et al. 1996, Intensive Care Med 22:707-710 (SOFA)',
  berlin: 'ARDS Definition Task Force 2012, JAMA 307:2526-2533',
  crp: 'Vigushin DM et al. 1993, J Clin Invest 91:1351-1357: half-life of CRP 19 h; level in health from textbooks',
  physiology: 'Textbook physiology (GFR 100 mL/min, body water 42 L, SBP-DBP relation)',
  model: 'This model: fitted or chosen here, see docs/model.md',
} as const;
