import type { Text } from '../../text.ts';

/** Why a browser got no answer, by its own code. The code stays beside the words: an expert asks for it. */
export const networkCauses = {
  ERR_NAME_NOT_RESOLVED: {
    'zh-CN': '域名无法解析（ERR_NAME_NOT_RESOLVED）',
    en: 'the host name was not found (ERR_NAME_NOT_RESOLVED)',
  },
  ERR_CONNECTION_REFUSED: {
    'zh-CN': '对方拒绝连接（ERR_CONNECTION_REFUSED）',
    en: 'connection refused (ERR_CONNECTION_REFUSED)',
  },
  ERR_CONNECTION_RESET: {
    'zh-CN': '连接被对方中断（ERR_CONNECTION_RESET）',
    en: 'connection reset (ERR_CONNECTION_RESET)',
  },
  ERR_CONNECTION_CLOSED: {
    'zh-CN': '连接已关闭（ERR_CONNECTION_CLOSED）',
    en: 'the connection was closed (ERR_CONNECTION_CLOSED)',
  },
  ERR_CONNECTION_FAILED: {
    'zh-CN': '未能建立连接（ERR_CONNECTION_FAILED）',
    en: 'no connection was made (ERR_CONNECTION_FAILED)',
  },
  ERR_CONNECTION_TIMED_OUT: {
    'zh-CN': '连接超时（ERR_CONNECTION_TIMED_OUT）',
    en: 'the connection timed out (ERR_CONNECTION_TIMED_OUT)',
  },
  ERR_TIMED_OUT: { 'zh-CN': '等候超时（ERR_TIMED_OUT）', en: 'it timed out (ERR_TIMED_OUT)' },
  ERR_SOCKS_CONNECTION_FAILED: {
    'zh-CN': '经本程序的网关未能连接服务器（ERR_SOCKS_CONNECTION_FAILED）',
    en: 'the program’s gateway reached no server (ERR_SOCKS_CONNECTION_FAILED)',
  },
  ERR_SOCKS_CONNECTION_HOST_UNREACHABLE: {
    'zh-CN': '经本程序的网关无法到达服务器（ERR_SOCKS_CONNECTION_HOST_UNREACHABLE）',
    en: 'the program’s gateway cannot reach the server (ERR_SOCKS_CONNECTION_HOST_UNREACHABLE)',
  },
  ERR_PROXY_CONNECTION_FAILED: {
    'zh-CN': '未能连接代理（ERR_PROXY_CONNECTION_FAILED）',
    en: 'the proxy cannot be reached (ERR_PROXY_CONNECTION_FAILED)',
  },
  ERR_TUNNEL_CONNECTION_FAILED: {
    'zh-CN': '代理未能连接服务器（ERR_TUNNEL_CONNECTION_FAILED）',
    en: 'the proxy reached no server (ERR_TUNNEL_CONNECTION_FAILED)',
  },
  ERR_ADDRESS_UNREACHABLE: {
    'zh-CN': '服务器地址不可达（ERR_ADDRESS_UNREACHABLE）',
    en: 'the address cannot be reached (ERR_ADDRESS_UNREACHABLE)',
  },
  ERR_INTERNET_DISCONNECTED: {
    'zh-CN': '没有网络连接（ERR_INTERNET_DISCONNECTED）',
    en: 'there is no network connection (ERR_INTERNET_DISCONNECTED)',
  },
  ERR_NETWORK_CHANGED: {
    'zh-CN': '网络连接发生变化（ERR_NETWORK_CHANGED）',
    en: 'the network changed (ERR_NETWORK_CHANGED)',
  },
  ERR_NETWORK_ACCESS_DENIED: {
    'zh-CN': '网络访问被拒绝（ERR_NETWORK_ACCESS_DENIED）',
    en: 'access to the network was denied (ERR_NETWORK_ACCESS_DENIED)',
  },
  ERR_EMPTY_RESPONSE: {
    'zh-CN': '服务器没有返回内容（ERR_EMPTY_RESPONSE）',
    en: 'the server sent nothing (ERR_EMPTY_RESPONSE)',
  },
  ERR_INVALID_RESPONSE: {
    'zh-CN': '服务器的响应无效（ERR_INVALID_RESPONSE）',
    en: 'the response is not valid (ERR_INVALID_RESPONSE)',
  },
  ERR_INVALID_HTTP_RESPONSE: {
    'zh-CN': '服务器的响应无效（ERR_INVALID_HTTP_RESPONSE）',
    en: 'the response is not valid HTTP (ERR_INVALID_HTTP_RESPONSE)',
  },
  ERR_CONTENT_LENGTH_MISMATCH: {
    'zh-CN': '收到的长度与所称不符（ERR_CONTENT_LENGTH_MISMATCH）',
    en: 'the length is not the one that was announced (ERR_CONTENT_LENGTH_MISMATCH)',
  },
  ERR_INCOMPLETE_CHUNKED_ENCODING: {
    'zh-CN': '响应未传完（ERR_INCOMPLETE_CHUNKED_ENCODING）',
    en: 'the response ended early (ERR_INCOMPLETE_CHUNKED_ENCODING)',
  },
  ERR_CONTENT_DECODING_FAILED: {
    'zh-CN': '响应内容无法解码（ERR_CONTENT_DECODING_FAILED）',
    en: 'the response could not be decoded (ERR_CONTENT_DECODING_FAILED)',
  },
  ERR_HTTP2_PROTOCOL_ERROR: {
    'zh-CN': 'HTTP/2 协议错误（ERR_HTTP2_PROTOCOL_ERROR）',
    en: 'an error in the HTTP/2 protocol (ERR_HTTP2_PROTOCOL_ERROR)',
  },
  ERR_QUIC_PROTOCOL_ERROR: {
    'zh-CN': 'QUIC 协议错误（ERR_QUIC_PROTOCOL_ERROR）',
    en: 'an error in the QUIC protocol (ERR_QUIC_PROTOCOL_ERROR)',
  },
  ERR_SSL_PROTOCOL_ERROR: {
    'zh-CN': 'TLS 协议错误（ERR_SSL_PROTOCOL_ERROR）',
    en: 'an error in the TLS protocol (ERR_SSL_PROTOCOL_ERROR)',
  },
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: {
    'zh-CN': '双方没有共同的 TLS 版本或算法（ERR_SSL_VERSION_OR_CIPHER_MISMATCH）',
    en: 'there is no TLS version or cipher in common (ERR_SSL_VERSION_OR_CIPHER_MISMATCH)',
  },
  ERR_TOO_MANY_REDIRECTS: {
    'zh-CN': '重定向次数过多（ERR_TOO_MANY_REDIRECTS）',
    en: 'it redirects too many times (ERR_TOO_MANY_REDIRECTS)',
  },
  ERR_UNSAFE_REDIRECT: {
    'zh-CN': '重定向不安全（ERR_UNSAFE_REDIRECT）',
    en: 'the redirect is unsafe (ERR_UNSAFE_REDIRECT)',
  },
  ERR_ABORTED: {
    'zh-CN': '页面或浏览器中止了请求（ERR_ABORTED）',
    en: 'the page or the browser stopped the request (ERR_ABORTED)',
  },
  ERR_BLOCKED_BY_CLIENT: {
    'zh-CN': '被浏览器拦截（ERR_BLOCKED_BY_CLIENT）',
    en: 'the browser blocked it (ERR_BLOCKED_BY_CLIENT)',
  },
  ERR_BLOCKED_BY_CSP: {
    'zh-CN': '被页面自身的安全策略拦截（ERR_BLOCKED_BY_CSP）',
    en: 'the page’s own security policy blocked it (ERR_BLOCKED_BY_CSP)',
  },
  ERR_BLOCKED_BY_RESPONSE: {
    'zh-CN': '服务器的响应头不允许此页面使用（ERR_BLOCKED_BY_RESPONSE）',
    en: 'the headers of the response do not allow it on this page (ERR_BLOCKED_BY_RESPONSE)',
  },
  ERR_BLOCKED_BY_ORB: {
    'zh-CN': '跨站响应被浏览器拦截（ERR_BLOCKED_BY_ORB）',
    en: 'the browser blocked a response of another site (ERR_BLOCKED_BY_ORB)',
  },
  ERR_UNKNOWN_URL_SCHEME: {
    'zh-CN': '网址的协议不受支持（ERR_UNKNOWN_URL_SCHEME）',
    en: 'the scheme of the address is not supported (ERR_UNKNOWN_URL_SCHEME)',
  },
  ERR_INVALID_URL: { 'zh-CN': '网址无效（ERR_INVALID_URL）', en: 'the address is not valid (ERR_INVALID_URL)' },
  ERR_FILE_NOT_FOUND: { 'zh-CN': '文件不存在（ERR_FILE_NOT_FOUND）', en: 'there is no such file (ERR_FILE_NOT_FOUND)' },
  ERR_OUT_OF_MEMORY: {
    'zh-CN': '内存不足（ERR_OUT_OF_MEMORY）',
    en: 'there was not enough memory (ERR_OUT_OF_MEMORY)',
  },
  ERR_INSUFFICIENT_RESOURCES: {
    'zh-CN': '系统资源不足（ERR_INSUFFICIENT_RESOURCES）',
    en: 'the system lacked resources (ERR_INSUFFICIENT_RESOURCES)',
  },
  ERR_CACHE_MISS: { 'zh-CN': '缓存中没有（ERR_CACHE_MISS）', en: 'it is not in the cache (ERR_CACHE_MISS)' },
} as const satisfies Record<string, Text>;
