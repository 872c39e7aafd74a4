//! A single HTTP request.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822::DateTimeParser};
use ureq::{
    Agent,
    http::{HeaderMap, header},
};

use super::{
    request_error::RequestError,
    request_outcome::{RequestOutcome, Response},
    request_policy::RequestPolicy,
};

/// Method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Requests the headers only.
    Head,
    /// Requests the page. The client does not read the body.
    Get,
}

/// HTTP client that does not follow redirects.
#[derive(Debug)]
pub(super) struct HttpClient {
    agent: Agent,
}

impl HttpClient {
    /// Creates a client with the timeout and the user agent of `policy`.
    pub(super) fn new(policy: &RequestPolicy) -> Self {
        let timeout = Some(policy.timeout);
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(timeout)
            .timeout_connect(timeout)
            .timeout_send_request(timeout)
            .timeout_recv_response(timeout)
            .user_agent(policy.user_agent.as_str())
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .build();
        Self { agent: config.into() }
    }

    /// Sends one request. Closes the connection without reading the body.
    pub(super) fn request(&self, method: Method, url: &url::Url) -> RequestOutcome {
        let request = match method {
            Method::Head => self.agent.head(url.as_str()),
            Method::Get => self.agent.get(url.as_str()),
        };
        match request.call() {
            Ok(response) => RequestOutcome::Answered(Response {
                status: response.status().as_u16(),
                location: header_value(response.headers(), header::LOCATION),
                retry_after: header_value(response.headers(), header::RETRY_AFTER)
                    .and_then(|value| parse_retry_after(&value, Timestamp::now())),
            }),
            Err(error) => RequestOutcome::Failed(RequestError::from_ureq(&error)),
        }
    }
}

fn header_value(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
}

/// Parses a `Retry-After` header: a number of seconds or a date. A date in the past is zero.
/// Returns `None` for any other value.
fn parse_retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(n_seconds) = value.parse() {
        return Some(Duration::from_secs(n_seconds));
    }
    let parser = DateTimeParser::new().relaxed_weekday(true);
    let at = parser.parse_timestamp(value).ok()?;
    Some(at.duration_since(now).try_into().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, n_seconds: Option<u64>) {
        let now = "2015-10-21T07:28:00Z".parse().unwrap();
        let expected = n_seconds.map(Duration::from_secs);
        assert_eq!(parse_retry_after(header, now), expected, "{header}");
    }

    #[test]
    fn parses_retry_after_as_seconds_or_date() {
        check("0", Some(0));
        check("120", Some(120));
        check("Wed, 21 Oct 2015 07:29:30 GMT", Some(90));
        check("Wed, 21 Oct 2015 07:00:00 GMT", Some(0));
        check("-1", None);
        check("tomorrow", None);
        check("", None);
    }
}
