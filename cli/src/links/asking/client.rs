//! One request.

use std::time::Duration;

use jiff::{Timestamp, fmt::rfc2822::DateTimeParser};
use ureq::{
    Agent,
    http::{HeaderMap, header},
};

use super::{Answer, Ending, Manners, fault::Fault};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// The headers only.
    Head,
    /// The page, of which nothing but the headers is read.
    Get,
}

/// Sends requests and follows nothing.
#[derive(Debug)]
pub(super) struct Client {
    agent: Agent,
}

impl Client {
    pub(super) fn new(manners: &Manners) -> Self {
        let timeout = Some(manners.timeout);
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(timeout)
            .timeout_connect(timeout)
            .timeout_send_request(timeout)
            .timeout_recv_response(timeout)
            .user_agent(manners.user_agent.as_str())
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .build();
        Self { agent: config.into() }
    }

    /// Sends one request. The body is not read: dropping the answer closes the connection.
    pub(super) fn request(&self, method: Method, url: &url::Url) -> Ending {
        let request = match method {
            Method::Head => self.agent.head(url.as_str()),
            Method::Get => self.agent.get(url.as_str()),
        };
        match request.call() {
            Ok(response) => Ending::Answered(Answer {
                status: response.status().as_u16(),
                location: text_of(response.headers(), header::LOCATION),
                retry_after: text_of(response.headers(), header::RETRY_AFTER)
                    .and_then(|text| wait_of(&text, Timestamp::now())),
            }),
            Err(error) => Ending::Faulted(Fault::of(&error)),
        }
    }
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).trim().to_owned())
}

/// How long a `Retry-After` header asks to wait: seconds, or a date, of which nothing is left when
/// it has passed. `None` where it is neither.
fn wait_of(text: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(n_seconds) = text.parse() {
        return Some(Duration::from_secs(n_seconds));
    }
    let parser = DateTimeParser::new().relaxed_weekday(true);
    let at = parser.parse_timestamp(text).ok()?;
    Some(at.duration_since(now).try_into().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, n_seconds: Option<u64>) {
        let now = "2015-10-21T07:28:00Z".parse().unwrap();
        assert_eq!(wait_of(header, now), n_seconds.map(Duration::from_secs), "{header}");
    }

    #[test]
    fn a_server_says_when_to_come_again_in_seconds_or_by_date() {
        check("0", Some(0));
        check("120", Some(120));
        check("Wed, 21 Oct 2015 07:29:30 GMT", Some(90));
        check("Wed, 21 Oct 2015 07:00:00 GMT", Some(0));
        check("-1", None);
        check("tomorrow", None);
        check("", None);
    }
}
