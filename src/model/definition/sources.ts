/** Where equations and constants come from. 'model' marks what is ours. */
export const SOURCES = {
  reynolds: 'Reynolds A et al. 2006, J Theor Biol 242:220-236; BioModels BIOMD0000000714',
  dobreva:
    'Brady R et al. 2018, Math Model Nat Phenom 13:42; Dobreva A et al. 2021, J Physiol 599:1459-1485: human endotoxin cytokine kinetics',
  frey: 'Frey N et al. 2010, J Clin Pharmacol 50:754-766',
  krzyzanski:
    'Krzyzanski W et al. 2021, J Pharmacokinet Pharmacodyn 48:261-272, table 3: dexamethasone 6 mg into muscle or by mouth, clearance and volumes relative to the bioavailability',
  derendorf:
    'Derendorf H et al. 1991, J Clin Pharmacol 31:473-476: hydrocortisone in volunteers; figures from memory',
  remdesivir:
    'Abouellil A et al. 2023, Naunyn Schmiedebergs Arch Pharmacol 396:73-82, table 2; its two compartments are taken as one, its clearance with the formation of the metabolite',
  triphosphate:
    'Humeniuk R et al. 2020, Clin Transl Sci 13:896-906, is quoted with 20 to 25 h, a summary for the WHO with 36 to 49 h; figure from memory',
  nirmatrelvir: 'Prescribing information of Paxlovid: half-life of nirmatrelvir with ritonavir 6 h',
  anakinra: 'Prescribing information of Kineret: half-life 4 to 6 h under the skin',
  baricitinib:
    'Prescribing information of Olumiant, from memory: 12 h; 5.7 to 7.3 h in healthy Chinese adults (2020, Clin Pharmacol Drug Dev 9:952-960)',
  meropenem:
    'Bergen PJ et al. 2017, Antimicrob Agents Chemother 61:e02642-16, table 4: clearance 16.3 L/h with sound kidneys and 4.1 L/h without, half-life 1.1 h',
  siltuximab: 'Nikanjam M et al. 2019, Cancer Chemother Pharmacol 84:993-1001, table 2',
  fasanmade: 'Fasanmade AA et al. 2009, Eur J Clin Pharmacol 65:1211-1228: infliximab in ulcerative colitis',
  nishimoto: 'Nishimoto N et al. 2008, Blood 112:3959-3964',
  stein: 'Stein AM et al. 2019, CPT Pharmacometrics Syst Pharmacol 8:285-295',
  severinghaus: 'Severinghaus JW 1979, J Appl Physiol 46:599-602',
  vincent: 'Vincent JL et al. 1996, Intensive Care Med 22:707-710 (SOFA)',
  berlin: 'ARDS Definition Task Force 2012, JAMA 307:2526-2533',
  crp: 'Vigushin DM et al. 1993, J Clin Invest 91:1351-1357: half-life of CRP 19 h; level in health from textbooks',
  physiology: 'Textbook physiology (GFR 100 mL/min, body water 42 L, SBP-DBP relation)',
  model: 'This model: fitted or chosen here, see docs/model.md',
} as const;
