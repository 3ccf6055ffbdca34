// `npm ci` must never fail because a browser could not be downloaded: electron/setup looks for a browser afterwards.
module.exports = { skipDownload: true };
