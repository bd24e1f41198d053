// The workplace in the browser: what /app answers. Its files travel inside the program, each as
// Vite built it and packed.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/http.h"

namespace rytm {

class Workplace {
 public:
  // By name ("workplace.js"); "workplace.js.gz" is the same, packed. The bytes must outlive this.
  explicit Workplace(const std::map<std::string, std::string_view>& files);

  // Those of the program; none where it was built without.
  static Workplace Embedded();

  // `path` is "/app" or begins with "/app/". A file, or for the address of a page the one document,
  // which finds the page itself. Never fails: what is not there is a 404.
  HttpAnswer Answer(const HttpRequest& request, std::string_view path) const;

 private:
  struct File {
    std::string_view type;  // "text/css; charset=utf-8"
    std::string_view bytes;
    std::string etag;
    std::string_view packed{};  // gzip; empty: there is none
    std::string packed_etag{};
  };

  std::map<std::string, File, std::less<>> files_;
};

}  // namespace rytm
