// Public names of companies. Shares are those reported around September 2020, rounded; what is booked with anybody is invented.

const parent = (name) => ({ name, country: 'CN', counterparty: 'named_parent' });
const unrelated = (name, country) => ({ name, country, counterparty: 'unrelated' });

/** A company with more than half of its shares in the parent's hands: nobody writes down control as well. */
const owned = (name, country, share) => ({ name, country, counterparty: 'affiliate', parent_ownership_percent: share });
const stake = (name, country, share, controls = false) => ({
  ...owned(name, country, share),
  parent_controls: controls,
});

/** Run through contracts while nominees hold the shares: no share, and control. */
const byContract = (name) => stake(name, 'CN', 0, true);

/** [weight, company]. The parent and the subsidiaries that WeChat business is done with. */
export const WECHAT_COMPANIES = [
  [30, parent('Tencent Holdings Ltd.')],
  [3, parent('腾讯控股有限公司')],
  [20, owned('WeChat International Pte. Ltd.', 'SG', 100)],
  [16, byContract('Shenzhen Tencent Computer Systems Co., Ltd.')],
  [4, byContract('深圳市腾讯计算机系统有限公司')],
  [12, owned('Tencent America LLC', 'US', 100)],
  [10, owned('Tencent Technology (Shenzhen) Co., Ltd.', 'CN', 100)],
  [2, owned('腾讯科技（深圳）有限公司', 'CN', 100)],
];

/** Who settles what is paid inside the app. */
export const WECHAT_PAYMENT_COMPANIES = [
  [34, byContract('Tenpay Payment Technology Co., Ltd.')],
  [8, byContract('财付通支付科技有限公司')],
  [22, owned('WeChat Pay Hong Kong Ltd.', 'HK', 100)],
  [16, parent('Tencent Holdings Ltd.')],
  [14, stake('WeBank Co., Ltd.', 'CN', 30)],
  [6, stake('深圳前海微众银行股份有限公司', 'CN', 30)],
];

export const TENCENT_CLOUD = [
  [40, owned('Tencent Cloud LLC', 'US', 100)],
  [25, owned('Aceville Pte. Ltd.', 'SG', 100)],
  [15, owned('Tencent Cloud Europe B.V.', 'NL', 100)],
  [12, owned('Tencent Cloud Computing (Beijing) Co., Ltd.', 'CN', 100)],
  [4, owned('腾讯云计算（北京）有限责任公司', 'CN', 100)],
  [4, owned('Tencent Korea Yuhan Hoesa', 'KR', 100)],
];

/** Companies with mini programs, shops or channels inside WeChat in which the parent holds part of the shares. */
export const WECHAT_PARTNERS = [
  [18, stake('JD.com, Inc.', 'CN', 17.9)],
  [16, stake('Meituan Dianping', 'CN', 18)],
  [14, stake('Pinduoduo Inc.', 'CN', 16.5)],
  [14, stake('Sogou Inc.', 'CN', 38.7)],
  [14, stake('HUYA Inc.', 'CN', 36.9, true)],
  [12, stake('DouYu International Holdings Ltd.', 'CN', 38)],
  [12, stake('Sea Ltd.', 'SG', 20)],
];

export const GAMES_COMPANIES = [
  [24, owned('Riot Games, Inc.', 'US', 100)],
  [14, owned('Supercell Oy', 'FI', 81)],
  [20, stake('Epic Games, Inc.', 'US', 40)],
  [8, owned('Proxima Beta Pte. Ltd.', 'SG', 100)],
  [6, owned('Grinding Gear Games Ltd.', 'NZ', 80)],
  [4, owned('Funcom SE', 'NO', 100)],
  [4, owned('Sharkmob AB', 'SE', 100)],
  [4, stake('Fatshark AB', 'SE', 36)],
  [4, stake('Frontier Developments plc', 'GB', 9)],
  [5, stake('Ubisoft Entertainment SA', 'FR', 5)],
  [6, stake('Activision Blizzard, Inc.', 'US', 5)],
  [7, parent('Tencent Holdings Ltd.')],
  [6, byContract('Shenzhen Tencent Computer Systems Co., Ltd.')],
];

export const INVESTED_COMPANIES = [
  [20, stake('Snap Inc.', 'US', 12)],
  [14, stake('Spotify Technology S.A.', 'LU', 9)],
  [14, stake('Tesla, Inc.', 'US', 5)],
  [12, stake('Reddit, Inc.', 'US', 5)],
  [12, stake('Universal Music Group', 'NL', 10)],
  [12, stake('JD.com, Inc.', 'CN', 17.9)],
  [8, stake('Sea Ltd.', 'SG', 20)],
  [8, stake('Kakao Corp.', 'KR', 6)],
];

export const CARRIERS = [
  [10, unrelated('Cogent Communications, Inc.', 'US')],
  [10, unrelated('Lumen Technologies, Inc.', 'US')],
  [8, unrelated('Zayo Group, LLC', 'US')],
  [8, unrelated('Hurricane Electric LLC', 'US')],
  [7, unrelated('NTT America, Inc.', 'US')],
  [7, unrelated('Verizon Communications Inc.', 'US')],
  [7, unrelated('AT&T Inc.', 'US')],
  [6, unrelated('Comcast Cable Communications, LLC', 'US')],
  [6, unrelated('GTT Communications, Inc.', 'US')],
  [6, unrelated('Telia Carrier AB', 'SE')],
  [5, unrelated('Equinix, Inc.', 'US')],
  [5, unrelated('Tata Communications Ltd.', 'IN')],
  [4, unrelated('PCCW Global Ltd.', 'HK')],
  [4, unrelated('Telstra Corporation Ltd.', 'AU')],
  [3, unrelated('China Telecom (Americas) Corp.', 'US')],
  [2, unrelated('China Unicom (Americas) Operations Ltd.', 'US')],
  [2, unrelated('中国移动国际有限公司', 'HK')],
];

/** Owners of the other apps that orders of 2020 and 2021 name: unrelated to Tencent. */
export const OTHER_APP_OWNERS = {
  tiktok: [
    [5, unrelated('TikTok Inc.', 'US')],
    [3, unrelated('ByteDance Ltd.', 'CN')],
    [1, unrelated('北京字节跳动科技有限公司', 'CN')],
  ],
  alipay: [
    [3, unrelated('Ant Group Co., Ltd.', 'CN')],
    [1, unrelated('支付宝（中国）网络技术有限公司', 'CN')],
  ],
  camscanner: [[1, unrelated('INTSIG Information Co., Ltd.', 'CN')]],
  shareit: [[1, unrelated('SHAREit Technologies Co., Ltd.', 'CN')]],
  vmate: [[1, unrelated('UCWeb Inc.', 'CN')]],
  wps_office: [
    [2, unrelated('Beijing Kingsoft Office Software, Inc.', 'CN')],
    [1, unrelated('北京金山办公软件股份有限公司', 'CN')],
  ],
};

export const ADVERTISERS = [
  [6, unrelated('The Procter & Gamble Company', 'US')],
  [5, unrelated('Unilever PLC', 'GB')],
  [5, unrelated('The Coca-Cola Company', 'US')],
  [4, unrelated('Toyota Motor Corporation', 'JP')],
  [4, unrelated("L'Oréal S.A.", 'FR')],
  [4, unrelated('Samsung Electronics Co., Ltd.', 'KR')],
];

export const SUPPLIERS = [
  [6, unrelated('Pacific Gas and Electric Company', 'US')],
  [5, unrelated('Dell Technologies Inc.', 'US')],
  [5, unrelated('Cisco Systems, Inc.', 'US')],
  [4, unrelated('Iron Mountain Incorporated', 'US')],
  [4, unrelated('Digital Realty Trust, Inc.', 'US')],
  [3, unrelated('Deloitte LLP', 'US')],
];
