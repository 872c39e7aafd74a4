//! Address that a site is published at.

use url::Url;

/// Address of a site, such as `https://example.org/` or `https://example.org/atlas/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    base: String,
}

impl BaseUrl {
    /// Parses an absolute `https` or `http` address of a folder. The trailing slash is optional.
    ///
    /// # Errors
    ///
    /// Returns the reason as the rest of a sentence that begins with the address.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("is not a URL: {error}"))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(format!("begins with {}:, not with https: or http:", url.scheme()));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("has a ? or a #, which the address of a folder cannot have".to_owned());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("has a user name, which every link would contain".to_owned());
        }
        let base = url.path().trim_end_matches('/');
        Ok(Self { origin: url.origin().ascii_serialization(), base: format!("{base}/") })
    }

    /// Returns scheme, host and port, without a trailing slash.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns the path of the site with a slash at both ends; `/` for the root of a domain.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Returns the absolute form of an address below the site, which has no leading slash.
    pub fn absolute(&self, address: &str) -> String {
        [self.origin(), self.base(), address].concat()
    }
}
