use url::Url;

/// Where a site is going to be: `https://example.org/` or `https://example.org/atlas/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    base: String,
}

impl BaseUrl {
    /// Reads an absolute `https` or `http` address of a folder; the slash at its end may be left
    /// out.
    ///
    /// # Errors
    ///
    /// What is wrong with it, as the rest of a sentence that begins with the address.
    pub fn parse(text: &str) -> Result<Self, String> {
        let url = Url::parse(text).map_err(|error| format!("is no address: {error}"))?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(format!("begins with {}:, not with https: or http:", url.scheme()));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("has a ? or a #, which the address of a folder does not".to_owned());
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("has a user name, which would stand in every link".to_owned());
        }
        let base = url.path().trim_end_matches('/');
        Ok(Self { origin: url.origin().ascii_serialization(), base: format!("{base}/") })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The path of the site, with a slash at both ends; `/` at the root of a domain.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The absolute form of an address below the site, which has no slash at its start.
    pub fn absolute(&self, address: &str) -> String {
        [self.origin(), self.base(), address].concat()
    }
}
