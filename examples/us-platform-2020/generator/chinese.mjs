// The same rows as a Chinese system would export them: other headers, other words, the same facts.

const VALUES = {
  wechat: '微信',
  tiktok: 'TikTok',
  alipay: '支付宝',
  camscanner: '扫描全能王（CamScanner）',
  tencent_qq: 'QQ',
  shareit: '茄子快传（SHAREit）',
  vmate: 'VMate',
  wps_office: 'WPS Office',
  app_distribution_or_maintenance: '分发或维护该应用',
  internet_hosting: '互联网托管',
  content_delivery: '内容交付',
  internet_transit_or_peering: '互联网传输或对等互联',
  funds_transfer_or_payment_service: '资金转移或付款处理',
  code_or_function_utilization: '利用该应用的代码、功能或服务',
  named_parent: '被点名的母公司本身',
  affiliate: '母公司持股或控制的公司',
  unrelated: '两者皆非',
  online_store_or_marketplace: '线上应用商店或交易平台',
  direct_from_developer: '由开发者直接提供',
  directly_contracted_or_arranged: '直接签约或安排',
  incidental_carriage: '仅顺带承载',
  true: '是',
  false: '否',
};

/** `other` is one word in the vocabulary and two in Chinese. */
const OTHER = { application: '其他应用或不涉及应用', activity: '其他' };

/** The words of the Chinese book. */
export const inChinese = (column, value) => (value === 'other' ? OTHER[column.fact] : (VALUES[value] ?? String(value)));

export const KINDS = {
  Subscription: '订阅',
  'Hosting contract': '托管合同',
  'CDN contract': '内容分发合同',
  Interconnection: '互联',
  'Store listing': '商店上架',
  'Payment processing': '付款处理',
  Payroll: '工资',
  'Development contract': '开发合同',
  Advertising: '广告',
  'User transfer': '用户转账',
  Services: '采购服务',
  'Games contract': '游戏合同',
  'Cloud contract': '云服务合同',
  Investment: '投资',
};
