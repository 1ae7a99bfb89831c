// The columns of the book, in the order of the file. Some headers are the names of facts, some their labels, some the words of a
// company: a real export has all three.

/** What a column of a fact holds in Parquet. */
const BOOLEAN = 'BOOLEAN';
const TEXT = 'VARCHAR';

/** Columns that say what the row is; no rule asks for them. */
export const RECORD_COLUMNS = [
  { header: 'Record ID', chinese: '记录编号', type: TEXT },
  { header: 'Booked on', chinese: '入账日期', type: 'DATE' },
  { header: 'Kind of record', chinese: '记录种类', type: TEXT },
  { header: 'Team', chinese: '团队', type: TEXT },
  { header: 'Booked by', chinese: '入账公司', type: TEXT },
  { header: 'Counterparty name', chinese: '对方名称', type: TEXT },
  { header: 'Country', chinese: '对方国家', type: TEXT },
  { header: 'Amount USD', chinese: '金额（美元）', type: 'DECIMAL(14,2)' },
  { header: 'Description', chinese: '摘要', type: TEXT },
];

/** The words that the book has for values of a fact; the other facts hold the values themselves. */
const ACTIVITY_WORDS = {
  app_distribution_or_maintenance: 'App store',
  internet_hosting: 'Hosting',
  content_delivery: 'CDN',
  internet_transit_or_peering: 'Transit or peering',
  funds_transfer_or_payment_service: 'Payments',
  code_or_function_utilization: 'Code or SDK use',
  other: 'Other',
};
const TIE_WORDS = { named_parent: 'Tencent Holdings', affiliate: 'Tencent stake or subsidiary', unrelated: 'none' };
const YES_OR_NO = { true: 'Y', false: 'N' };

/** Columns that each hold a fact of the vocabulary us/app-restrictions. */
export const FACT_COLUMNS = [
  { fact: 'application', header: 'application', chinese: '所涉应用程序', type: TEXT },
  { fact: 'activity', header: 'Kind of activity', chinese: '活动类型', type: TEXT, words: ACTIVITY_WORDS },
  { fact: 'counterparty', header: 'Relation to Tencent', chinese: '与腾讯的关系', type: TEXT, words: TIE_WORDS },
  {
    fact: 'parent_ownership_percent',
    header: 'parent_ownership_percent',
    chinese: '母公司对交易对方的持股比例',
    type: 'DECIMAL(5,2)',
  },
  {
    fact: 'parent_controls',
    header: 'Parent controls the counterparty',
    chinese: '母公司是否控制交易对方',
    type: BOOLEAN,
  },
  { fact: 'territory', header: 'territory', chinese: '相关地点', type: TEXT },
  { fact: 'us_jurisdiction', header: 'us_jurisdiction', chinese: '受美国管辖', type: BOOLEAN },
  { fact: 'business_to_business', header: 'B2B', chinese: '是否为企业对企业交易', type: TEXT, words: YES_OR_NO },
  {
    fact: 'enables_functioning_or_optimization',
    header: 'Enables functioning or optimization of the app',
    chinese: '是否使应用得以运行或优化',
    type: BOOLEAN,
  },
  { fact: 'distribution_channel', header: 'Distribution channel', chinese: '分发渠道', type: TEXT },
  { fact: 'for_a_fee', header: 'Provided for a fee', chinese: '是否收费', type: BOOLEAN },
  { fact: 'transit_arrangement', header: 'transit_arrangement', chinese: '传输安排方式', type: TEXT },
  {
    fact: 'service_through_app',
    header: 'Service runs through the app',
    chinese: '服务是否通过该应用提供',
    type: BOOLEAN,
  },
  { fact: 'is_compensation', header: 'is_compensation', chinese: '工资薪金或福利', type: BOOLEAN },
  { fact: 'is_user_exchange', header: 'is_user_exchange', chinese: '是否为该应用用户之间的交流', type: BOOLEAN },
  { fact: 'is_outside_us_app_activity', header: 'is_outside_us_app_activity', chinese: '境外应用活动', type: BOOLEAN },
  {
    fact: 'is_user_data_storage_in_us',
    header: 'User data stored in the US',
    chinese: '是否为在美国境内存储该应用的用户数据',
    type: BOOLEAN,
  },
  { fact: 'data_sent_to_china', header: 'data_sent_to_china', chinese: '所存数据是否传往中国', type: BOOLEAN },
  {
    fact: 'us_person_or_within_us',
    header: 'By a US person or within the US',
    chinese: '是否由美国人实施或发生在美国境内',
    type: BOOLEAN,
  },
];

export const COLUMNS = [...RECORD_COLUMNS, ...FACT_COLUMNS];
