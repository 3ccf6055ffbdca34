import type { Text } from '../../text.ts';

/** What a browser, or Node, has against a server’s certificate, by its own code. The code stays beside the words. */
export const certificateCauses = {
  ERR_CERT_DATE_INVALID: {
    'zh-CN': '不在有效期内（ERR_CERT_DATE_INVALID）',
    en: 'it is not valid at this date (ERR_CERT_DATE_INVALID)',
  },
  ERR_CERT_AUTHORITY_INVALID: {
    'zh-CN': '未通往可信的根证书（ERR_CERT_AUTHORITY_INVALID）',
    en: 'it does not lead to a trusted root (ERR_CERT_AUTHORITY_INVALID)',
  },
  ERR_CERT_COMMON_NAME_INVALID: {
    'zh-CN': '不是为该域名签发（ERR_CERT_COMMON_NAME_INVALID）',
    en: 'it was not issued for this host (ERR_CERT_COMMON_NAME_INVALID)',
  },
  ERR_CERT_REVOKED: { 'zh-CN': '已被吊销（ERR_CERT_REVOKED）', en: 'it was revoked (ERR_CERT_REVOKED)' },
  CERT_HAS_EXPIRED: { 'zh-CN': '已过有效期（CERT_HAS_EXPIRED）', en: 'it has expired (CERT_HAS_EXPIRED)' },
  CERT_NOT_YET_VALID: { 'zh-CN': '尚未生效（CERT_NOT_YET_VALID）', en: 'it is not yet valid (CERT_NOT_YET_VALID)' },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    'zh-CN': '由其自身签发（DEPTH_ZERO_SELF_SIGNED_CERT）',
    en: 'it is signed by itself (DEPTH_ZERO_SELF_SIGNED_CERT)',
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    'zh-CN': '其根证书不受信任（SELF_SIGNED_CERT_IN_CHAIN）',
    en: 'its root is not trusted (SELF_SIGNED_CERT_IN_CHAIN)',
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    'zh-CN': '其签发者不明（UNABLE_TO_VERIFY_LEAF_SIGNATURE）',
    en: 'its issuer is unknown (UNABLE_TO_VERIFY_LEAF_SIGNATURE)',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    'zh-CN': '不是为该域名签发（ERR_TLS_CERT_ALTNAME_INVALID）',
    en: 'it was not issued for this host (ERR_TLS_CERT_ALTNAME_INVALID)',
  },
} as const satisfies Record<string, Text>;
