import { COUNTRIES } from '@proviso/model';
import { cellKey } from './fold.ts';

/** Names in use that the lists of {@link Intl.DisplayNames} do not have. */
const COMMON: Readonly<Record<string, string>> = {
  US: 'US|USA|United States of America|the United States|the United States of America|美利坚合众国',
  CN: "PRC|P.R. China|People's Republic of China|the People's Republic of China|Mainland China|China (mainland)|中国大陆|中华人民共和国",
  HK: 'Hong Kong SAR|Hong Kong, China|中国香港|香港特别行政区',
  MO: 'Macau|Macao SAR|Macau SAR|中国澳门|澳门特别行政区',
  TW: 'Taiwan, China|Chinese Taipei|中国台湾|中国台湾省|台湾地区',
  GB: 'UK|Great Britain|Britain|大不列颠及北爱尔兰联合王国',
  KR: 'Republic of Korea|ROK|Korea, Republic of|大韩民国',
  KP: 'DPRK|朝鲜民主主义人民共和国',
  RU: 'Russian Federation|俄罗斯联邦|俄国',
  VN: 'Viet Nam',
  CZ: 'Czech Republic',
  CI: 'Ivory Coast',
  AE: 'UAE|阿联酋',
  MM: 'Burma',
  TR: 'Turkey',
  SZ: 'Swaziland',
  CV: 'Cabo Verde',
  VA: 'Holy See',
  IR: 'Islamic Republic of Iran|Iran, Islamic Republic of',
  NL: 'The Netherlands|Holland',
  PH: 'The Philippines',
  SA: 'KSA|沙特',
  VI: 'US Virgin Islands|United States Virgin Islands',
  UM: 'United States Minor Outlying Islands',
};

/** ISO 3166-1: each alpha-2 code, and the alpha-3 code behind it. */
const ALPHA_3 =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD ' +
  'BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN ' +
  'CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU ' +
  'DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB ' +
  'GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG ' +
  'HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN ' +
  'KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU ' +
  'LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR ' +
  'MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL ' +
  'OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB ' +
  'RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP ' +
  'SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN ' +
  'TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ' +
  'ZMZMB ZWZWE';

/** Two letters that are more often an answer ("no", "n/a") than a country when they are not written as codes. */
const NO_CODES = new Set(['NO', 'NA']);

let names: ReadonlyMap<string, string> | undefined;

/**
 * The country that a cell certainly names: by its code in any case, by its alpha-3 code, or by a name in English or Chinese.
 * The names are those that the platform knows, so an old one may know fewer.
 */
export function countryOf(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  if (COUNTRIES.has(text)) return text;
  const code = text.toUpperCase();
  if (/^[A-Za-z]{2}$/.test(text) && COUNTRIES.has(code) && !NO_CODES.has(code)) return code;
  names ??= collectNames();
  return names.get(cellKey(cell));
}

/** Every name with the one country it means. A name of two countries means neither. */
function collectNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>();
  const add = (name: string | undefined, code: string) => {
    const key = name === undefined ? '' : cellKey(name);
    if (key === '' || key === code.toLowerCase()) return;
    found.set(key, found.has(key) && found.get(key) !== code ? undefined : code);
  };
  for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      for (const code of COUNTRIES) add(display.of(code), code);
    }
  }
  for (const pair of ALPHA_3.split(' ')) add(pair.slice(2), pair.slice(0, 2));
  for (const [code, list] of Object.entries(COMMON)) {
    // `US` is among the names so that `U.S.` is read.
    for (const name of list.split('|')) found.set(cellKey(name), code);
  }
  return new Map([...found].flatMap(([key, code]) => (code === undefined ? [] : [[key, code] as const])));
}
